package org.pixazo.providers.control;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.errors.entity.UpstreamTimedOutException;
import org.pixazo.providers.entity.GatewayRoute;
import org.pixazo.providers.entity.PollingPace;
import org.pixazo.providers.entity.UpstreamAccess;

/**
 * Asks after a picture until it is there. A question that fails in passing is no reason to give up a picture that is
 * being made and may be paid for, so it is asked again with the next turn.
 */
final class GatewayPolling {

    private final GatewayCalls calls;
    private final Timers timers;
    private final PollingPace pace;

    GatewayPolling(GatewayCalls calls, Timers timers, PollingPace pace) {
        this.calls = calls;
        this.timers = timers;
        this.pace = pace;
    }

    /** @return any answer but {@link GatewayAnswer.Pending} */
    CompletableFuture<GatewayAnswer> await(
            UpstreamAccess access, GatewayRoute route, GatewayAnswer.Pending pending, CancelSignal signal) {
        UpstreamRequest question = question(access, route, pending);
        return next(
                new Turn(
                        access,
                        route,
                        question,
                        signal,
                        System.nanoTime() + pace.limit().toNanos()),
                pace.first());
    }

    private record Turn(
            UpstreamAccess access, GatewayRoute route, UpstreamRequest question, CancelSignal signal, long deadline) {}

    private CompletableFuture<GatewayAnswer> next(Turn turn, Duration pause) {
        if (System.nanoTime() + pause.toNanos() > turn.deadline()) {
            return CompletableFuture.failedFuture(new UpstreamTimedOutException(GatewayFaults.UPSTREAM
                    + " had not made the picture after " + pace.limit().toSeconds() + " s."));
        }
        return timers.pause(pause, turn.signal())
                .thenCompose(over -> calls.ask(turn.access(), turn.route(), turn::question, turn.signal()))
                .handle((answer, failure) -> judge(turn, pause, answer, failure))
                .thenCompose(result -> result);
    }

    private CompletableFuture<GatewayAnswer> judge(Turn turn, Duration pause, GatewayAnswer answer, Throwable failure) {
        if (failure == null) {
            return answer instanceof GatewayAnswer.Pending
                    ? next(turn, pace.after(pause))
                    : CompletableFuture.completedFuture(answer);
        }
        if (TransportFaults.unwrap(failure) instanceof UpstreamFault fault && fault.isWorthRetrying()) {
            Duration later = pace.after(pause);
            Duration wish = fault.retryAfter();
            return next(turn, wish != null && wish.compareTo(later) > 0 ? wish : later);
        }
        return CompletableFuture.failedFuture(failure);
    }

    /**
     * The key goes to the gateway's own server only, so an address elsewhere is never asked, whatever the answer says.
     */
    private static UpstreamRequest question(UpstreamAccess access, GatewayRoute route, GatewayAnswer.Pending pending) {
        if (pending.pollingUrl() != null && isOwn(access, pending.pollingUrl())) {
            return GatewayRequests.status(access, pending.pollingUrl());
        }
        if (pending.requestId() == null) {
            throw new UpstreamFailedException(GatewayFaults.UPSTREAM + " did not say how to ask after the picture.");
        }
        if (route.statusPath() != null) {
            return GatewayRequests.checkStatus(access, route.statusPath(), pending.requestId());
        }
        String id =
                URLEncoder.encode(pending.requestId(), StandardCharsets.UTF_8).replace("+", "%20");
        return GatewayRequests.status(access, access.resolve("/v2/requests/status/" + id));
    }

    private static boolean isOwn(UpstreamAccess access, URI url) {
        URI own = access.baseUrl();
        return Objects.equals(own.getScheme(), url.getScheme())
                && own.getHost().equalsIgnoreCase(url.getHost())
                && own.getPort() == url.getPort()
                && url.getRawUserInfo() == null;
    }
}
