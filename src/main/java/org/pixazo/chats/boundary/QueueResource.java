package org.pixazo.chats.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.chats.control.MessageQueue;
import org.pixazo.chats.entity.QueuedMessage;
import org.pixazo.usage.entity.Channel;
import org.pixazo.web.entity.Page;

/** What waits in a chat until the answer under way has ended. */
@Path("chats/{chatId:\\d+}/queue")
@ApplicationScoped
@Needs(Scope.CHAT)
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {

    @Inject
    CurrentCaller caller;

    @Inject
    MessageQueue queue;

    /** Something to be said later; {@code model} as in messages. */
    public record QueueRequest(
            @NotBlank(message = "must not be blank")
            @Size(max = 1_000_000, message = "must have at most 1000000 characters")
            String content,

            @Size(max = 200, message = "must have at most 200 characters")
            String model) {}

    /** Another text of what waits. */
    public record QueueChangeRequest(
            @NotBlank(message = "must not be blank")
            @Size(max = 1_000_000, message = "must have at most 1000000 characters")
            String content) {}

    /** Something that waits; {@code error} says why it waits for a person, and a change lets it go on. */
    public record QueuedResponse(
            long id,
            long chatId,
            @NotNull String content,
            String model,
            String error,
            @NotNull Instant createdAt) {

        static QueuedResponse of(QueuedMessage queued) {
            return new QueuedResponse(
                    queued.id(), queued.chatId(), queued.content(), queued.model(), queued.error(), queued.createdAt());
        }
    }

    /** What waits, in the order in which it is asked; never more than one page. */
    @GET
    public Page<QueuedResponse> list(@PathParam("chatId") long chatId) {
        List<QueuedMessage> waiting = queue.list(caller.get().userId(), chatId);
        return new Page<>(waiting.stream().map(QueuedResponse::of).toList(), null);
    }

    /**
     * Says something once the answers under way and all that waits already have had their turn. Where nothing is under way
     * it is asked at once. It becomes a message then, and is gone from here.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = QueuedResponse.class, responseCode = "201")
    public Response add(@PathParam("chatId") long chatId, QueueRequest body) {
        Caller asking = caller.get();
        QueuedMessage queued = queue.add(asking, Channel.ofApi(asking), chatId, body.content(), body.model());
        return Response.status(Response.Status.CREATED)
                .entity(QueuedResponse.of(queued))
                .build();
    }

    @PUT
    @Path("{id:\\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public QueuedResponse change(@PathParam("chatId") long chatId, @PathParam("id") long id, QueueChangeRequest body) {
        return QueuedResponse.of(queue.change(caller.get().userId(), chatId, id, body.content()));
    }

    @DELETE
    @Path("{id:\\d+}")
    public void remove(@PathParam("chatId") long chatId, @PathParam("id") long id) {
        queue.remove(caller.get().userId(), chatId, id);
    }
}
