package org.pixazo.providers.control;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.pixazo.providers.entity.UpstreamAccess;

/**
 * One call to the gateway and its understood answer. Orders of pictures are paced by their key; questions after a picture
 * are not, since the vendor's own client asks every few seconds with a key that has ten orders a minute.
 */
final class GatewayCalls {

    private final UpstreamClient http;
    private final Timers timers;
    private final Pacing pacing;

    GatewayCalls(UpstreamClient http, Timers timers, Pacing pacing) {
        this.http = http;
        this.timers = timers;
        this.pacing = pacing;
    }

    /**
     * Orders a picture when its key's turn has come.
     *
     * @param request built anew for each call; what that throws counts as the failure of the call
     * @return fails with an {@link UpstreamFault}
     */
    CompletableFuture<GatewayAnswer> order(
            UpstreamAccess access, Supplier<UpstreamRequest> request, CancelSignal signal) {
        String key = access.apiKey().orElse("");
        Duration wait = pacing.next(key);
        CompletableFuture<GatewayAnswer> answer = wait.isZero()
                ? ask(access, request, signal)
                : timers.pause(wait, signal).thenCompose(over -> ask(access, request, signal));
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
     * @param request built anew for each call; what that throws counts as the failure of the call
     * @return fails with an {@link UpstreamFault}
     */
    CompletableFuture<GatewayAnswer> ask(
            UpstreamAccess access, Supplier<UpstreamRequest> request, CancelSignal signal) {
        return UpstreamAttempt.of(
                GatewayFaults.UPSTREAM,
                () -> http.open(request.get(), signal)
                        .thenCompose(response -> http.readAll(response, SafeDownload.MAX_BYTES, signal))
                        .thenApply(answer -> {
                            if (!answer.isSuccess()) {
                                throw GatewayFaults.of(access, answer);
                            }
                            return GatewayAnswerParser.parse(access, answer);
                        }));
    }
}
