package org.pixazo.telegram.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.telegram.control.TelegramPeople;
import org.pixazo.telegram.entity.AccessFields;
import org.pixazo.telegram.entity.TelegramPerson;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** The people on Telegram, for administrators: who is let in, in which role, and how much each may ask for. */
@Path("admin/telegram/people")
@ApplicationScoped
@Needs(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class TelegramPeopleResource {

    /** Telegram's numbers of people; groups, whose numbers are negative, are let in by the settings. */
    private static final String ID = "{id:[1-9]\\d{0,17}}";

    @Inject
    TelegramPeople people;

    @Inject
    ChangedBody changed;

    /**
     * A person on Telegram.
     *
     * @param telegramId Telegram's number of the person
     * @param name null for a person who has not come yet
     * @param userId id of the account behind; null likewise
     * @param username of the account; null likewise
     * @param status of the account, {@code active} or {@code disabled}; null likewise
     * @param access {@code default}, {@code allowed} or {@code blocked}
     * @param role {@code user} or {@code admin}
     * @param dailyQuestions null as the settings say
     * @param dailyImages null as the settings say
     * @param createdAt when the account came behind the person; null likewise
     */
    record TelegramPersonResponse(
            long telegramId,
            String name,
            Long userId,
            String username,
            String status,
            @NotNull String access,
            @NotNull String role,
            Integer dailyQuestions,
            Integer dailyImages,
            Instant createdAt) {
        static TelegramPersonResponse of(TelegramPerson person) {
            boolean known = person.account() != null;
            return new TelegramPersonResponse(
                    person.telegramId(),
                    known ? person.contact().name() : null,
                    known ? person.account().id() : null,
                    known ? person.account().username() : null,
                    known ? person.account().status() : null,
                    person.access().access(),
                    person.access().role(),
                    person.access().dailyQuestions(),
                    person.access().dailyImages(),
                    known ? person.contact().createdAt() : null);
        }
    }

    /** Those who came and those of whom something was said, the greatest numbers first. */
    @GET
    public Page<TelegramPersonResponse> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return people.list(PageRequest.of(limit, cursor, 50)).map(TelegramPersonResponse::of);
    }

    @GET
    @Path(ID)
    @APIResponseSchema(TelegramPersonResponse.class)
    public Response get(@PathParam("id") long id) {
        return response(people.get(id));
    }

    /**
     * Says who a person is here, also before the person came: that is how one is invited. A role goes to the account behind
     * at once.
     */
    @PUT
    @Path(ID)
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(TelegramPersonResponse.class)
    public Response change(
            @PathParam("id") long id,
            @RequestBodySchema(AccessFields.class) Changes body,
            @HeaderParam("If-Match") String ifMatch) {
        return response(people.change(id, new IfMatch(ifMatch), present -> changed.of(present, body)));
    }

    /** Takes back what was said of a person: the settings hold again. The account stays, with its role. */
    @DELETE
    @Path(ID)
    public void forget(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        people.forget(id, new IfMatch(ifMatch));
    }

    private static Response response(TelegramPerson person) {
        return Resources.changed(person.version(), TelegramPersonResponse.of(person));
    }
}
