package org.pixazo.providers.control;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.pixazo.providers.entity.ChatRequest;
import org.pixazo.providers.entity.TextProtocol;
import org.pixazo.providers.entity.TextRoute;

/** Asks the upstreams of a model in their order and passes the answer of the first that begins one on as it arrives. */
final class TextChatClient {

    private static final int MAX_ERROR_BYTES = 1024 * 1024;

    private final UpstreamClient http;
    private final UpstreamFallback fallback;
    private final Map<TextProtocol, ChatProtocol> protocols;

    TextChatClient(UpstreamClient http, UpstreamFallback fallback, Map<TextProtocol, ChatProtocol> protocols) {
        this.http = http;
        this.fallback = fallback;
        this.protocols = protocols;
    }

    /** An answer that has begun, and who gives it. */
    private record Begun(TextRoute route, ChatProtocol.Delivery delivery) {}

    /** @param request with at least one route */
    ChatCall stream(ChatRequest request, ChatListener listener) {
        CancelSignal signal = new CancelSignal();
        ListenerGate gate = new ListenerGate(listener);
        fallback.execute(signal, request.routes(), route -> attempt(route, request, signal))
                .thenCompose(begun -> deliver(begun, gate))
                .whenComplete((end, failure) -> {
                    if (failure != null) {
                        gate.error(TransportFaults.duringAnswer("The text upstream", failure));
                    }
                });
        return () -> {
            gate.close();
            signal.cancel();
        };
    }

    private CompletableFuture<Begun> attempt(TextRoute route, ChatRequest request, CancelSignal signal) {
        ChatProtocol protocol = protocols.get(route.protocol());
        return UpstreamAttempt.of(
                TextFaults.upstream(route.access()),
                () -> http.open(protocol.request(route, request.turns(), request.options()), signal)
                        .thenCompose(response -> response.status() / 100 == 2
                                ? protocol.begin(response, route, request.turns(), signal)
                                : http.readAll(response, MAX_ERROR_BYTES, signal)
                                        .thenCompose(answer ->
                                                CompletableFuture.failedFuture(TextFaults.of(route.access(), answer))))
                        .thenApply(delivery -> new Begun(route, delivery)));
    }

    private static CompletableFuture<Void> deliver(Begun begun, ListenerGate gate) {
        gate.answering(begun.route().upstream());
        return begun.delivery()
                .to(gate)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(TransportFaults.duringAnswer(
                        TextFaults.upstream(begun.route().access()), failure)));
    }
}
