package org.pixazo.chats.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
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
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.chats.control.AnswerReader;
import org.pixazo.chats.control.Answers;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.control.Conversation;
import org.pixazo.chats.control.Forks;
import org.pixazo.chats.control.MessageRepository;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ForkScope;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.chats.entity.MessageVersion;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.usage.entity.Channel;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** The messages of a chat: say something, follow the answer, stop it, get another one. */
@Path("chats/{chatId:\\d+}/messages")
@ApplicationScoped
@Needs(Scope.CHAT)
public class MessagesResource {

    /** Ranks below JSON, for clients that take anything. */
    private static final String EVENTS = "text/event-stream;qs=0.5";

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
    Answers answers;

    /** Something said; {@code role} is {@code user} where it is not given, and only a user is answered. */
    public record SayRequest(
            @NotBlank(message = "must not be blank")
            @Size(max = 1_000_000, message = "must have at most 1000000 characters")
            String content,

            @Size(max = 200, message = "must have at most 200 characters")
            String model,

            @Pattern(regexp = "user|assistant|system", message = "must be user, assistant or system")
            String role) {

        MessageRole messageRole() {
            return role == null ? MessageRole.USER : MessageRole.valueOf(role.toUpperCase(Locale.ROOT));
        }
    }

    /** Another text of a message. */
    public record EditRequest(
            @NotNull(message = "is needed") @Size(max = 1_000_000, message = "must have at most 1000000 characters")
            String content) {}

    /** Another question in the place of one; {@code model} as in messages. */
    public record AskAnewRequest(
            @NotBlank(message = "must not be blank")
            @Size(max = 1_000_000, message = "must have at most 1000000 characters")
            String content,

            @Size(max = 200, message = "must have at most 200 characters")
            String model) {}

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
        return messages.list(chatId, PageRequest.of(limit, cursor, 50)).map(this::response);
    }

    @GET
    @Path("{id:\\d+}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(MessageResponse.class)
    public Response get(@PathParam("chatId") long chatId, @PathParam("id") long id, @Context Request request) {
        chats.get(caller.get().userId(), chatId);
        Message message = messages.get(chatId, id);
        return message.status() == MessageStatus.STREAMING
                ? Response.ok(response(message)).build()
                : Resources.found(request, message.version(), response(message));
    }

    /** Stores what was said and answers with the model's reply once it is whole. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = SaidResponse.class, responseCode = "201")
    public void say(
            @PathParam("chatId") long chatId,
            SayRequest body,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Suspended AsyncResponse response) {
        MessageRepository.Stored stored = say(chatId, body, idempotencyKey);
        MessageResponse question = response(stored.message());
        if (stored.reply() == null) {
            response.resume(Response.status(Response.Status.CREATED)
                    .entity(new SaidResponse(question, null))
                    .build());
        } else {
            follow(stored.reply(), new WholeAnswer(response, question));
        }
    }

    /** The events are {@code message}, {@code reply}, any number of {@code delta}, and {@code done} or {@code error}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(EVENTS)
    public void sayAndStream(
            @PathParam("chatId") long chatId,
            SayRequest body,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context UriInfo uri,
            @Context SseEventSink sink,
            @Context Sse sse) {
        MessageRepository.Stored stored = say(chatId, body, idempotencyKey);
        AnswerEvents events = events(sink, sse, uri);
        events.message(response(stored.message()));
        if (stored.reply() == null) {
            events.close();
        } else {
            stream(stored.reply(), events);
        }
    }

    /** Asks for another answer to the same question; the old one stays beside it. */
    @POST
    @Path("{id:\\d+}/regenerate")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = SaidResponse.class, responseCode = "201")
    public void regenerate(
            @PathParam("chatId") long chatId,
            @PathParam("id") long id,
            @QueryParam("model") String model,
            @Suspended AsyncResponse response) {
        Message answer = regenerated(chatId, id, model);
        follow(answer, new WholeAnswer(response, response(messages.get(chatId, answer.parentId()))));
    }

    @POST
    @Path("{id:\\d+}/regenerate")
    @Produces(EVENTS)
    public void regenerateAndStream(
            @PathParam("chatId") long chatId,
            @PathParam("id") long id,
            @QueryParam("model") String model,
            @Context UriInfo uri,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Message answer = regenerated(chatId, id, model);
        AnswerEvents events = events(sink, sse, uri);
        events.message(response(messages.get(chatId, answer.parentId())));
        stream(answer, events);
    }

    /** Joins an answer: what came so far as one {@code delta}, then live, then {@code done} or {@code error}. */
    @GET
    @Path("{id:\\d+}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void join(
            @PathParam("chatId") long chatId,
            @PathParam("id") long id,
            @Context UriInfo uri,
            @Context SseEventSink sink,
            @Context Sse sse) {
        chats.get(caller.get().userId(), chatId);
        follow(messages.get(chatId, id), events(sink, sse, uri));
    }

    /** Ends an answer that is under way; what came is kept. */
    @POST
    @Path("{id:\\d+}/stop")
    @Produces(MediaType.APPLICATION_JSON)
    public MessageResponse stop(@PathParam("chatId") long chatId, @PathParam("id") long id) {
        return response(conversation.stop(caller.get().userId(), chatId, id));
    }

    /**
     * Deletes a message; what followed it follows what came before it. {@code subtree=true} deletes all that follows it as
     * well.
     */
    @DELETE
    @Path("{id:\\d+}")
    @Produces(MediaType.APPLICATION_JSON)
    public void remove(
            @PathParam("chatId") long chatId, @PathParam("id") long id, @QueryParam("subtree") boolean subtree) {
        if (subtree) {
            conversation.removeBranch(caller.get().userId(), chatId, id);
        } else {
            conversation.remove(caller.get().userId(), chatId, id);
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
        return Resources.changed(message.version(), response(message));
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

    /** Asks something else in a question's place; the question and its answers stay beside it. */
    @POST
    @Path("{id:\\d+}/edit")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = SaidResponse.class, responseCode = "201")
    public void askAnew(
            @PathParam("chatId") long chatId,
            @PathParam("id") long id,
            AskAnewRequest body,
            @Suspended AsyncResponse response) {
        MessageRepository.Stored stored = askedAnew(chatId, id, body);
        follow(stored.reply(), new WholeAnswer(response, response(stored.message())));
    }

    @POST
    @Path("{id:\\d+}/edit")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(EVENTS)
    public void askAnewAndStream(
            @PathParam("chatId") long chatId,
            @PathParam("id") long id,
            AskAnewRequest body,
            @Context UriInfo uri,
            @Context SseEventSink sink,
            @Context Sse sse) {
        MessageRepository.Stored stored = askedAnew(chatId, id, body);
        AnswerEvents events = events(sink, sse, uri);
        events.message(response(stored.message()));
        stream(stored.reply(), events);
    }

    /** Has an answer gone on with that was cut off; the longer one stands beside it. */
    @POST
    @Path("{id:\\d+}/continue")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = SaidResponse.class, responseCode = "201")
    public void goOn(@PathParam("chatId") long chatId, @PathParam("id") long id, @Suspended AsyncResponse response) {
        Caller asking = caller.get();
        Message answer = conversation.goOn(asking, Channel.ofApi(asking), chatId, id);
        follow(answer, new WholeAnswer(response, response(messages.get(chatId, answer.parentId()))));
    }

    @POST
    @Path("{id:\\d+}/continue")
    @Produces(EVENTS)
    public void goOnAndStream(
            @PathParam("chatId") long chatId,
            @PathParam("id") long id,
            @Context UriInfo uri,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Caller asking = caller.get();
        Message answer = conversation.goOn(asking, Channel.ofApi(asking), chatId, id);
        AnswerEvents events = events(sink, sse, uri);
        events.message(response(messages.get(chatId, answer.parentId())));
        stream(answer, events);
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

    private MessageRepository.Stored askedAnew(long chatId, long id, AskAnewRequest body) {
        Caller asking = caller.get();
        return conversation.askAnew(asking, Channel.ofApi(asking), chatId, id, body.content(), body.model());
    }

    private MessageRepository.Stored say(long chatId, SayRequest body, String idempotencyKey) {
        Caller asking = caller.get();
        Optional<IdempotencyKey> key = IdempotencyKey.of(asking.userId(), idempotencyKey, "message", chatId, body);
        return conversation.say(
                asking, Channel.ofApi(asking), chatId, body.messageRole(), body.content(), body.model(), key);
    }

    private Message regenerated(long chatId, long id, String model) {
        Caller asking = caller.get();
        return conversation.regenerate(asking, Channel.ofApi(asking), chatId, id, model);
    }

    private void stream(Message answer, AnswerEvents events) {
        events.reply(response(answer, ""));
        follow(answer, events);
    }

    /** Joins the answer where it is under way here; otherwise gives what the database has. */
    private void follow(Message answer, AnswerReader reader) {
        if (answers.join(answer.id(), reader)) {
            return;
        }
        Message stored = messages.get(answer.chatId(), answer.id());
        if (stored.status() == MessageStatus.STREAMING) {
            throw new UnavailableException("This answer is being received by another server; read it there or later.");
        }
        if (!stored.content().isEmpty()) {
            reader.onPiece(stored.content());
        }
        reader.onEnd(stored, null);
    }

    private MessageResponse response(Message message) {
        return message.status() == MessageStatus.STREAMING
                ? response(message, answers.textSoFar(message.id()).orElse(message.content()))
                : MessageResponse.of(message);
    }

    private static MessageResponse response(Message message, String text) {
        return MessageResponse.of(message, text);
    }

    private static AnswerEvents events(SseEventSink sink, Sse sse, UriInfo uri) {
        return new AnswerEvents(sink, sse, uri.getRequestUri().getRawPath());
    }
}
