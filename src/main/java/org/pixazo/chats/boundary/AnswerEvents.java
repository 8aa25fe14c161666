package org.pixazo.chats.boundary;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import org.pixazo.chats.control.AnswerReader;
import org.pixazo.chats.entity.Message;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.web.control.Json;
import org.pixazo.web.entity.Problem;

/** Writes an answer as server-sent events: {@code message}, {@code reply}, {@code delta}…, and {@code done} or {@code error}. */
final class AnswerEvents implements AnswerReader {

    private final SseEventSink sink;
    private final Sse sse;
    private final String path;

    /** A piece of text. */
    record Delta(String content) {}

    /** @param path of the request, for problems */
    AnswerEvents(SseEventSink sink, Sse sse, String path) {
        this.sink = sink;
        this.sse = sse;
        this.path = path;
    }

    void message(MessageResponse message) {
        send("message", message);
    }

    void reply(MessageResponse reply) {
        send("reply", reply);
    }

    /** Nothing more comes. */
    void close() {
        sink.close();
    }

    @Override
    public void onPiece(String piece) {
        send("delta", new Delta(piece));
    }

    @Override
    public void onSilence() {
        sink.send(sse.newEventBuilder().comment("still answering").build());
    }

    @Override
    public void onEnd(Message message, PixazoException known) {
        Optional<PixazoException> failure = AnswerFailures.of(message, known);
        if (failure.isPresent()) {
            send("error", Problem.of(failure.get(), path));
        } else {
            send("done", MessageResponse.of(message));
        }
        close();
    }

    @Override
    public boolean gone() {
        return sink.isClosed();
    }

    private void send(String name, Record data) {
        OutboundSseEvent event = sse.newEventBuilder()
                .name(name)
                .data(String.class, Json.write(data))
                .build();
        sink.send(event);
    }
}
