package org.pixazo.providers.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.providers.entity.ImageRequest;
import org.pixazo.providers.entity.PollingPace;
import org.pixazo.providers.entity.RetryLimits;
import org.pixazo.settings.entity.Settings;

/** The image upstream: the models behind the Pixazo gateway. */
@ApplicationScoped
public class PixazoGatewayImageProvider implements ImageProvider {

    @Inject
    UpstreamHttp http;

    @Inject
    Settings settings;

    private PixazoGatewayClient client;

    @PostConstruct
    void open() {
        UpstreamClient upstream = http.client(http.timeouts());
        GatewayCalls calls =
                new GatewayCalls(upstream, http.timers(), new Pacing(settings.gatewayPace(), System::nanoTime));
        client = new PixazoGatewayClient(
                GatewayRoutes.shipped(),
                calls,
                new GatewayPolling(calls, http.timers(), PollingPace.DEFAULT),
                new SafeDownload(upstream, http.timers().pool()),
                http.retry(RetryLimits.DEFAULTS));
    }

    @Override
    public String id() {
        return "pixazo";
    }

    @Override
    public CompletableFuture<ImageFile> generate(ImageRequest request) {
        return client.generate(request);
    }
}
