package org.pixazo.telegram.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.telegram.control.Bot;
import org.pixazo.telegram.control.LinkCodes;
import org.pixazo.telegram.control.TelegramUsers;
import org.pixazo.telegram.entity.BotState;
import org.pixazo.telegram.entity.TelegramUser;

/** The account page's part about Telegram. */
@Named
@RequestScoped
public class TelegramBacking {

    @Inject
    CurrentCaller caller;

    @Inject
    Bot bot;

    @Inject
    LinkCodes codes;

    @Inject
    TelegramUsers people;

    private LinkCodes.NewCode made;

    public void makeCode() {
        made = codes.make(caller.get().userId());
    }

    public void unlink(long telegramId) {
        people.unlink(caller.get().userId(), telegramId);
    }

    /** Whether this server has a bot. */
    public boolean isThere() {
        return bot.state() != BotState.OFF && bot.state() != BotState.BAD_TOKEN;
    }

    public String getName() {
        return bot.name().orElse("");
    }

    /** The code that was just made; null otherwise. */
    public String getCode() {
        return made == null ? null : made.code();
    }

    /** The address that sends it. */
    public String getUrl() {
        return made == null ? null : LinkAddress.of(bot, made);
    }

    public List<TelegramUser> getLinks() {
        return people.of(caller.get().userId());
    }
}
