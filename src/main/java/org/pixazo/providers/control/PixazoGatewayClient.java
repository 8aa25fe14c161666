package org.pixazo.providers.control;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.providers.entity.GatewayRoute;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.providers.entity.ImageRefusedException;
import org.pixazo.providers.entity.ImageRequest;

/** Has a picture made by the Pixazo gateway and brings it home: ask, wait where it takes long, download at once. */
final class PixazoGatewayClient {

    private final GatewayCalls calls;
    private final GatewayPolling polling;
    private final SafeDownload download;
    private final UpstreamRetry retry;

    PixazoGatewayClient(GatewayCalls calls, GatewayPolling polling, SafeDownload download, UpstreamRetry retry) {
        this.calls = calls;
        this.polling = polling;
        this.download = download;
        this.retry = retry;
    }

    CompletableFuture<ImageFile> generate(ImageRequest request) {
        String upstream = GatewayFaults.UPSTREAM;
        CancelSignal signal = new CancelSignal();
        CompletableFuture<ImageFile> result = new CompletableFuture<>();
        route(request)
                .thenCompose(route -> ask(request, route, signal))
                .thenCompose(answer -> fetch(request, answer, signal))
                .whenComplete((file, failure) -> {
                    if (failure == null) {
                        result.complete(file);
                    } else {
                        result.completeExceptionally(TransportFaults.duringAnswer(upstream, failure));
                    }
                });
        result.whenComplete((file, failure) -> {
            if (result.isCancelled()) {
                signal.cancel();
            }
        });
        return result;
    }

    private CompletableFuture<GatewayRoute> route(ImageRequest request) {
        return Optional.ofNullable(request.route())
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new UnavailableException("No route to the image model " + request.model() + " is known.")));
    }

    private CompletableFuture<GatewayAnswer> ask(ImageRequest request, GatewayRoute route, CancelSignal signal) {
        return retry.execute(
                        signal,
                        () -> calls.order(
                                request.access(), route, () -> GatewayRequests.generate(request, route), signal))
                .thenCompose(answer -> answer instanceof GatewayAnswer.Pending pending
                        ? polling.await(request.access(), route, pending, signal)
                        : CompletableFuture.completedFuture(answer));
    }

    private CompletableFuture<ImageFile> fetch(ImageRequest request, GatewayAnswer answer, CancelSignal signal) {
        String upstream = GatewayFaults.UPSTREAM;
        if (answer instanceof GatewayAnswer.At at) {
            return retry.execute(
                    signal,
                    () -> UpstreamAttempt.of(
                            "The server of the finished picture",
                            () -> download.fetch(at.url(), request.access(), signal)));
        }
        if (answer instanceof GatewayAnswer.Inline inline) {
            return CompletableFuture.completedFuture(ImageCheck.accept(inline.bytes()));
        }
        String words = answer instanceof GatewayAnswer.Refused refused ? refused.words() : "did not finish.";
        return CompletableFuture.failedFuture(ImageRefusedException.orFailure(upstream + " " + words));
    }
}
