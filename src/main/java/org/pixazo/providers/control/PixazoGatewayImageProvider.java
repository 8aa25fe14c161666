package org.pixazo.providers.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.pixazo.providers.entity.GatewayTrial;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.providers.entity.ImageRequest;
import org.pixazo.providers.entity.PollingPace;
import org.pixazo.providers.entity.RetryLimits;
import org.pixazo.settings.entity.Settings;

/** The image upstream: the models behind the Pixazo gateway. */
@ApplicationScoped
public class PixazoGatewayImageProvider implements ImageProvider {

    /** Id of this provider. */
    public static final String ID = "pixazo";

    @Inject
    UpstreamHttp http;

    @Inject
    Settings settings;

    private UpstreamClient upstream;
    private Pacing pacing;
    private PixazoGatewayClient client;

    @PostConstruct
    void open() {
        upstream = http.client(http.timeouts());
        pacing = new Pacing(settings.gatewayPace(), System::nanoTime);
        client = client(answer -> {}, http.retry(RetryLimits.DEFAULTS));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public CompletableFuture<ImageFile> generate(ImageRequest request) {
        return client.generate(request);
    }

    /** Makes a picture once, without repeating what fails, and tells what was said; never fails itself. */
    public CompletableFuture<GatewayTrial> trial(ImageRequest request) {
        List<GatewayTrial.Answer> answers = new CopyOnWriteArrayList<>();
        String sent = GatewayRequests.body(request, request.route()).toString();
        return client(answer -> answers.add(answer(request, answer)), http.retry(RetryLimits.NONE))
                .generate(request)
                .handle((picture, failure) -> new GatewayTrial(
                        sent,
                        answers,
                        picture,
                        failure == null ? null : TransportFaults.unwrap(failure).getMessage()));
    }

    private static GatewayTrial.Answer answer(ImageRequest request, UpstreamAnswer answer) {
        boolean text = ImageHeader.mediaType(answer.body()).isEmpty();
        String body = text
                ? request.access().withoutSecrets(answer.text())
                : answer.body().length + " bytes of " + answer.mediaType();
        return new GatewayTrial.Answer(answer.status(), body);
    }

    private PixazoGatewayClient client(Consumer<UpstreamAnswer> heard, UpstreamRetry retry) {
        GatewayCalls calls = new GatewayCalls(upstream, http.timers(), pacing, heard);
        return new PixazoGatewayClient(
                calls,
                new GatewayPolling(calls, http.timers(), PollingPace.DEFAULT),
                new SafeDownload(upstream, http.timers().pool()),
                retry);
    }
}
