package org.pixazo.chats.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.control.Conversation;
import org.pixazo.chats.control.Forks;
import org.pixazo.chats.control.MessageRepository;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ForkScope;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.chats.entity.MessageVersion;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** The messages of a chat as they are stored: read, edit and delete them, and move between their branches. */
@Path("chats/{chatId:\\d+}/messages")
@ApplicationScoped
@Needs(Scope.CHAT)
public class MessagesResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ChatService chats;

    @Inject
    MessageRepository messages;

    @Inject
    Conversation conversation;

    @Inject
    Forks forks;

    @Inject
    AnswerDelivery answers;

    /** Another text of a message. */
    public record EditRequest(
            @NotNull(message = "is needed") @Size(max = 1_000_000, message = "must have at most 1000000 characters")
            String content) {}

    /** How much goes into a new chat, and how that is called; both may be left out. */
    public record ForkRequest(
            @Pattern(regexp = "path|branches|all", message = "must be path, branches or all")
            String scope,

            @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
            String name) {

        ForkScope forkScope() {
            return scope == null ? ForkScope.ALL : ForkScope.valueOf(scope.toUpperCase(Locale.ROOT));
        }
    }

    /** What a message said, and since when. */
    public record VersionResponse(
            long id, @NotNull String content, @NotNull Instant writtenAt) {

        static VersionResponse of(MessageVersion version) {
            return new VersionResponse(version.id(), version.content(), version.writtenAt());
        }
    }

    /** The messages of a chat, oldest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<MessageResponse> list(
            @PathParam("chatId") long chatId, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        chats.get(caller.get().userId(), chatId);
        return messages.list(chatId, PageRequest.of(limit, cursor, 50)).map(answers::response);
    }

    @GET
    @Path("{id:\\d+}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(MessageResponse.class)
    public Response get(@PathParam("chatId") long chatId, @PathParam("id") long id, @Context Request request) {
        chats.get(caller.get().userId(), chatId);
        Message message = messages.get(chatId, id);
        return message.status() == MessageStatus.STREAMING
                ? Response.ok(answers.response(message)).build()
                : Resources.found(request, message.version(), answers.response(message));
    }

    /**
     * Deletes a message; what followed it follows what came before it. {@code subtree=true} deletes all that follows it as
     * well.
     */
    @DELETE
    @Path("{id:\\d+}")
    @Produces(MediaType.APPLICATION_JSON)
    public void remove(
            @PathParam("chatId") long chatId,
            @PathParam("id") long id,
            @QueryParam("subtree") boolean subtree,
            @HeaderParam("If-Match") String ifMatch) {
        long userId = caller.get().userId();
        if (subtree) {
            conversation.removeBranch(userId, chatId, id, new IfMatch(ifMatch));
        } else {
            conversation.remove(userId, chatId, id, new IfMatch(ifMatch));
        }
    }

    /** Lets a message say something else in its place, without asking a model; what it said is kept as a version. */
    @PUT
    @Path("{id:\\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(MessageResponse.class)
    public Response edit(
            @PathParam("chatId") long chatId,
            @PathParam("id") long id,
            EditRequest body,
            @HeaderParam("If-Match") String ifMatch) {
        chats.get(caller.get().userId(), chatId);
        Message message = messages.edit(chatId, id, new IfMatch(ifMatch), body.content());
        return Resources.changed(message.version(), answers.response(message));
    }

    /** What a message said before it was edited in place, newest first. */
    @GET
    @Path("{id:\\d+}/versions")
    @Produces(MediaType.APPLICATION_JSON)
    public Page<VersionResponse> versions(@PathParam("chatId") long chatId, @PathParam("id") long id) {
        chats.get(caller.get().userId(), chatId);
        messages.get(chatId, id);
        return new Page<>(
                messages.versions(id).stream().map(VersionResponse::of).toList(), null);
    }

    /** Shows the branch of a message: the chat goes on from the newest one that follows it, or from itself. */
    @POST
    @Path("{id:\\d+}/choose")
    @Produces(MediaType.APPLICATION_JSON)
    public ChatResponse choose(@PathParam("chatId") long chatId, @PathParam("id") long id) {
        messages.choose(caller.get().userId(), chatId, id);
        return ChatResponse.of(chats.get(caller.get().userId(), chatId));
    }

    /**
     * Makes a new chat of a part of this one, which goes on from the message. {@code scope} is {@code path} for the way to
     * the message alone, {@code branches} for all that branches off it as well, and {@code all}, where nothing is said, for
     * all messages that are no further from the begin.
     */
    @POST
    @Path("{id:\\d+}/fork")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = ChatResponse.class, responseCode = "201")
    public Response fork(@PathParam("chatId") long chatId, @PathParam("id") long id, ForkRequest body) {
        Chat chat = forks.fork(caller.get().userId(), chatId, id, body.forkScope(), body.name());
        return Resources.created("/api/chats/" + chat.id(), chat.version(), ChatResponse.of(chat));
    }
}
