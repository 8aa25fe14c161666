package org.pixazo.providers.control;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.pixazo.providers.entity.TextRoute;

/**
 * Asks upstreams in their order until one begins to answer. One that is busy or broken is left for the next at once;
 * only the last is asked again as {@link UpstreamRetry} says. Upstreams that {@link CircuitBreakers} knows as broken are
 * passed over, except the last: without another choice, a try is better than none. Thread-safe.
 */
final class UpstreamFallback {

    private final UpstreamRetry retry;
    private final CircuitBreakers breakers;

    UpstreamFallback(UpstreamRetry retry, CircuitBreakers breakers) {
        this.retry = retry;
        this.breakers = breakers;
    }

    /**
     * @param signal once it is cancelled, no further attempt begins
     * @param routes at least one
     * @param attempt asks once, and ends as soon as the answer begins; its stage fails with an {@link UpstreamFault}
     */
    <T> CompletableFuture<T> execute(
            CancelSignal signal, List<TextRoute> routes, Function<TextRoute, CompletableFuture<T>> attempt) {
        TextRoute route = routes.get(0);
        List<TextRoute> others = routes.subList(1, routes.size());
        boolean permitted = breakers.permits(route.access());
        if (others.isEmpty()) {
            return retry.executeFromHere(signal, () -> recorded(route, attempt));
        }
        if (!permitted) {
            return execute(signal, others, attempt);
        }
        return recorded(route, attempt)
                .exceptionallyCompose(failure -> !signal.isCancelled() && mayGoBetterElsewhere(failure)
                        ? execute(signal, others, attempt)
                        : CompletableFuture.failedFuture(failure));
    }

    private <T> CompletableFuture<T> recorded(TextRoute route, Function<TextRoute, CompletableFuture<T>> attempt) {
        return attempt.apply(route).whenComplete((answer, failure) -> breakers.record(route.access(), failure));
    }

    private static boolean mayGoBetterElsewhere(Throwable failure) {
        return TransportFaults.unwrap(failure) instanceof UpstreamFault fault
                && fault.blame() != UpstreamFault.Blame.QUESTION;
    }
}
