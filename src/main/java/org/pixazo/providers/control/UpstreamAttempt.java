package org.pixazo.providers.control;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One attempt whose every failure, thrown or completed, is an {@link UpstreamFault}. */
final class UpstreamAttempt {

    private UpstreamAttempt() {}

    /** @param upstream as the start of a sentence */
    static <T> CompletableFuture<T> of(String upstream, Supplier<CompletableFuture<T>> call) {
        CompletableFuture<T> result;
        try {
            result = call.get();
        } catch (RuntimeException refused) {
            result = CompletableFuture.failedFuture(refused);
        }
        return result.exceptionallyCompose(
                failure -> CompletableFuture.failedFuture(TransportFaults.beforeAnswer(upstream, failure)));
    }
}
