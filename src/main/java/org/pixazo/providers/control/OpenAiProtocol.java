package org.pixazo.providers.control;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.pixazo.providers.entity.ChatOptions;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.providers.entity.TextRoute;

/**
 * OpenAI's chat completions, streaming. Servers that do not stream are understood as well: their answer comes as one
 * delta.
 */
final class OpenAiProtocol implements ChatProtocol {

    /** Above this an answer is no text for people; a model's longest output is a few hundred KB. */
    private static final int MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

    private final UpstreamClient http;

    OpenAiProtocol(UpstreamClient http) {
        this.http = http;
    }

    @Override
    public UpstreamRequest request(TextRoute route, List<ChatTurn> turns, ChatOptions options) {
        return TextRequests.chatCompletion(route, turns, options);
    }

    @Override
    public CompletableFuture<Delivery> begin(
            UpstreamResponse response, TextRoute route, List<ChatTurn> turns, CancelSignal signal) {
        return CompletableFuture.completedFuture(
                listener -> read(response, new ChatCompletionReader(route.access(), turns, listener), signal));
    }

    private CompletableFuture<Void> read(UpstreamResponse response, ChatCompletionReader reader, CancelSignal signal) {
        String mediaType = UpstreamAnswer.mediaType(response.headers());
        if (mediaType.contains("json") || mediaType.contains("html")) {
            return http.readAll(response, MAX_DOCUMENT_BYTES, signal).thenAccept(answer -> readWhole(answer, reader));
        }
        SseParser parser = new SseParser(reader::event);
        return http.read(response, parser::feed, signal)
                .thenRun(() -> {
                    parser.end();
                    reader.end();
                })
                .exceptionallyCompose(failure -> {
                    // Losing the connection after the last word costs nothing but the figures.
                    if (reader.isAnswerWhole() && TransportFaults.isTransport(failure)) {
                        reader.end();
                        return CompletableFuture.completedFuture(null);
                    }
                    return CompletableFuture.failedFuture(failure);
                });
    }

    /** Some servers call a stream JSON; it is understood all the same, only not word by word. */
    private static void readWhole(UpstreamAnswer answer, ChatCompletionReader reader) {
        if (!answer.text().stripLeading().startsWith("data:")) {
            reader.document(answer.text());
            return;
        }
        SseParser parser = new SseParser(reader::event);
        parser.feed(ByteBuffer.wrap(answer.body()));
        parser.end();
        reader.end();
    }
}
