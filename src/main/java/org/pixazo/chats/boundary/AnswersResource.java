package org.pixazo.chats.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.control.Conversation;
import org.pixazo.chats.control.MessageRepository;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.usage.entity.Channel;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.MayBeEmpty;

/** The answers in a chat: say something, follow the answer, stop it, get another one. */
@Path("chats/{chatId:\\d+}/messages")
@ApplicationScoped
@Needs(Scope.CHAT)
public class AnswersResource {

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
    AnswerDelivery answers;

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

    /** Another question in the place of one; {@code model} as in messages. */
    public record AskAnewRequest(
            @NotBlank(message = "must not be blank")
            @Size(max = 1_000_000, message = "must have at most 1000000 characters")
            String content,

            @Size(max = 200, message = "must have at most 200 characters")
            String model) {}

    /** Another answer to a question; {@code model} as in messages, which may be a query parameter instead. */
    @MayBeEmpty
    public record RegenerateRequest(
            @Size(max = 200, message = "must have at most 200 characters")
            String model) {}

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
        MessageResponse question = answers.response(stored.message());
        if (stored.reply() == null) {
            response.resume(Response.status(Response.Status.CREATED)
                    .entity(new SaidResponse(question, null))
                    .build());
        } else {
            answers.follow(stored.reply(), new WholeAnswer(response, question));
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
        events.message(answers.response(stored.message()));
        if (stored.reply() == null) {
            events.close();
        } else {
            answers.stream(stored.reply(), events);
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
            RegenerateRequest body,
            @Suspended AsyncResponse response) {
        Message answer = regenerated(chatId, id, body, model);
        answers.follow(answer, new WholeAnswer(response, answers.response(messages.get(chatId, answer.parentId()))));
    }

    @POST
    @Path("{id:\\d+}/regenerate")
    @Produces(EVENTS)
    public void regenerateAndStream(
            @PathParam("chatId") long chatId,
            @PathParam("id") long id,
            @QueryParam("model") String model,
            RegenerateRequest body,
            @Context UriInfo uri,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Message answer = regenerated(chatId, id, body, model);
        AnswerEvents events = events(sink, sse, uri);
        events.message(answers.response(messages.get(chatId, answer.parentId())));
        answers.stream(answer, events);
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
        answers.follow(messages.get(chatId, id), events(sink, sse, uri));
    }

    /** Ends an answer that is under way; what came is kept. */
    @POST
    @Path("{id:\\d+}/stop")
    @Produces(MediaType.APPLICATION_JSON)
    public MessageResponse stop(@PathParam("chatId") long chatId, @PathParam("id") long id) {
        return answers.response(conversation.stop(caller.get().userId(), chatId, id));
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
        answers.follow(stored.reply(), new WholeAnswer(response, answers.response(stored.message())));
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
        events.message(answers.response(stored.message()));
        answers.stream(stored.reply(), events);
    }

    /** Has an answer gone on with that was cut off; the longer one stands beside it. */
    @POST
    @Path("{id:\\d+}/continue")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = SaidResponse.class, responseCode = "201")
    public void goOn(@PathParam("chatId") long chatId, @PathParam("id") long id, @Suspended AsyncResponse response) {
        Caller asking = caller.get();
        Message answer = conversation.goOn(asking, Channel.ofApi(asking), chatId, id);
        answers.follow(answer, new WholeAnswer(response, answers.response(messages.get(chatId, answer.parentId()))));
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
        events.message(answers.response(messages.get(chatId, answer.parentId())));
        answers.stream(answer, events);
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

    /** @param body null where there is none, not even a media type */
    private Message regenerated(long chatId, long id, RegenerateRequest body, String model) {
        Caller asking = caller.get();
        String wanted = body == null || body.model() == null ? model : body.model();
        return conversation.regenerate(asking, Channel.ofApi(asking), chatId, id, wanted);
    }

    private static AnswerEvents events(SseEventSink sink, Sse sse, UriInfo uri) {
        return new AnswerEvents(sink, sse, uri.getRequestUri().getRawPath());
    }
}
