package org.pixazo.telegram.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.telegram.control.Bot;
import org.pixazo.telegram.control.LinkCodes;
import org.pixazo.telegram.control.TelegramUsers;
import org.pixazo.telegram.entity.TelegramUser;

/** The Telegram bot, and the people on Telegram behind whom the caller's account is. */
@Path("telegram")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TelegramResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Bot bot;

    @Inject
    TelegramUsers people;

    @Inject
    LinkCodes codes;

    /**
     * The bot.
     *
     * @param username of the bot without the sign; null where it is not known
     * @param status {@code up}, {@code starting}, {@code unreachable}, {@code conflict}, {@code bad_token},
     *     {@code stopped} or {@code not_configured}
     * @param links people who use the caller's account
     */
    record TelegramResponse(
            String username,
            @NotNull String status,
            @NotNull String detail,
            List<TelegramLinkResponse> links) {}

    /** @param telegramId Telegram's number of the person */
    record TelegramLinkResponse(
            long telegramId, @NotNull String name, @NotNull Instant createdAt) {
        static TelegramLinkResponse of(TelegramUser user) {
            return new TelegramLinkResponse(user.telegramId(), user.name(), user.createdAt());
        }
    }

    /**
     * A code, shown this once.
     *
     * @param code to be sent to the bot behind {@code /link}
     * @param url opens the bot and sends the code; null where the bot is not known
     */
    record LinkCodeResponse(@NotNull String code, @NotNull Instant expiresAt, String url) {}

    /** The bot's state and the caller's links. */
    @GET
    public TelegramResponse get() {
        List<TelegramLinkResponse> links = people.of(caller.get().userId()).stream()
                .map(TelegramLinkResponse::of)
                .toList();
        return new TelegramResponse(
                bot.name().orElse(null), bot.state().word(), bot.state().detail(), links);
    }

    // Who comes by Telegram has all rights of the account and none of a key's limits.

    /** Makes a code by which a person on Telegram joins the caller's account within ten minutes; an earlier one ends. */
    @POST
    @Path("code")
    public LinkCodeResponse code() {
        LinkCodes.NewCode made = codes.make(caller.unlimited().userId());
        return new LinkCodeResponse(made.code(), made.expiresAt(), LinkAddress.of(bot, made));
    }

    /** Takes the caller's account away from a person on Telegram. */
    @DELETE
    @Path("links/{id:\\d+}")
    public void unlink(@PathParam("id") long id) {
        people.unlink(caller.unlimited().userId(), id);
    }
}
