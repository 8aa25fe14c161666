package org.pixazo.providers.control;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pixazo.providers.entity.GatewayRoute;
import org.pixazo.providers.entity.UpstreamAccess;

/**
 * One call to the gateway and its understood answer. Orders of pictures are paced by their key; questions after a picture
 * are not, since the vendor's own client asks every few seconds with a key that has ten orders a minute.
 */
final class GatewayCalls {

    private final UpstreamClient http;
    private final Timers timers;
    private final Pacing pacing;
    private final Consumer<UpstreamAnswer> heard;

    GatewayCalls(UpstreamClient http, Timers timers, Pacing pacing) {
        this(http, timers, pacing, answer -> {});
    }

    /** @param heard is told every answer, before it is understood */
    GatewayCalls(UpstreamClient http, Timers timers, Pacing pacing, Consumer<UpstreamAnswer> heard) {
        this.heard = heard;
        this.http = http;
        this.timers = timers;
        this.pacing = pacing;
    }

    /**
     * Orders a picture when its key's turn has come.
     *
     * @param route tells where the answer has the picture
     * @param request built anew for each call; what that throws counts as the failure of the call
     * @return fails with an {@link UpstreamFault}
     */
    CompletableFuture<GatewayAnswer> order(
            UpstreamAccess access, GatewayRoute route, Supplier<UpstreamRequest> request, CancelSignal signal) {
        String key = access.apiKey().orElse("");
        Duration wait = pacing.next(key);
        CompletableFuture<GatewayAnswer> answer = wait.isZero()
                ? ask(access, route, request, signal)
                : timers.pause(wait, signal).thenCompose(over -> ask(access, route, request, signal));
        return answer.whenComplete((ignored, failure) -> holdIfAsked(key, failure));
    }

    private void holdIfAsked(String key, Throwable failure) {
        if (failure != null
                && TransportFaults.unwrap(failure) instanceof UpstreamFault fault
                && fault.blame() == UpstreamFault.Blame.BUSY
                && fault.retryAfter() != null) {
            pacing.hold(key, fault.retryAfter());
        }
    }

    /**
     * @param route tells where the answer has the picture
     * @param request built anew for each call; what that throws counts as the failure of the call
     * @return fails with an {@link UpstreamFault}
     */
    CompletableFuture<GatewayAnswer> ask(
            UpstreamAccess access, GatewayRoute route, Supplier<UpstreamRequest> request, CancelSignal signal) {
        return UpstreamAttempt.of(
                GatewayFaults.UPSTREAM,
                () -> http.open(request.get(), signal)
                        .thenCompose(response -> http.readAll(response, SafeDownload.MAX_BYTES, signal))
                        .thenApply(answer -> {
                            heard.accept(answer);
                            if (!answer.isSuccess()) {
                                throw GatewayFaults.of(access, answer);
                            }
                            return GatewayAnswerParser.parse(access, answer, route.resultPath());
                        }));
    }
}
