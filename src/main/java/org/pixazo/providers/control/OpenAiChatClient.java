package org.pixazo.providers.control;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.pixazo.providers.entity.ChatRequest;

/**
 * Asks an OpenAI-compatible server and passes its answer on as it arrives. Servers that do not stream are understood as
 * well: their answer comes as one delta.
 */
final class OpenAiChatClient {

    /** Above this an answer is no text for people; a model's longest output is a few hundred KB. */
    private static final int MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

    private static final int MAX_ERROR_BYTES = 1024 * 1024;

    private final UpstreamClient http;
    private final UpstreamRetry retry;

    OpenAiChatClient(UpstreamClient http, UpstreamRetry retry) {
        this.http = http;
        this.retry = retry;
    }

    ChatCall stream(ChatRequest request, ChatListener listener) {
        CancelSignal signal = new CancelSignal();
        ListenerGate gate = new ListenerGate(listener);
        String upstream = TextFaults.upstream(request.access());
        retry.execute(signal, () -> attempt(request, signal))
                .thenCompose(response -> read(response, new ChatCompletionReader(upstream, request, gate), signal))
                .whenComplete((end, failure) -> {
                    if (failure != null) {
                        gate.error(TransportFaults.duringAnswer(upstream, failure));
                    }
                });
        return () -> {
            gate.close();
            signal.cancel();
        };
    }

    private CompletableFuture<UpstreamResponse> attempt(ChatRequest request, CancelSignal signal) {
        String upstream = TextFaults.upstream(request.access());
        return UpstreamAttempt.of(
                upstream,
                () -> http.open(TextRequests.chatCompletion(request), signal)
                        .thenCompose(response -> response.status() / 100 == 2
                                ? CompletableFuture.completedFuture(response)
                                : http.readAll(response, MAX_ERROR_BYTES, signal)
                                        .thenCompose(answer -> CompletableFuture.failedFuture(
                                                TextFaults.of(request.access(), answer)))));
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
