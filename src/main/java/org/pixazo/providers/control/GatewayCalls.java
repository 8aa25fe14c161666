package org.pixazo.providers.control;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.pixazo.providers.entity.UpstreamAccess;

/**
 * One call to the gateway and its understood answer. Everything that counts against the gateway's rate limit passes
 * here.
 */
final class GatewayCalls {

    private final UpstreamClient http;

    GatewayCalls(UpstreamClient http) {
        this.http = http;
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
