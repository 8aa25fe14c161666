package org.pixazo.providers.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.providers.entity.ImageRequest;
import org.pixazo.providers.entity.PollingPace;
import org.pixazo.providers.entity.RetryLimits;

/** The image upstream: the models behind the Pixazo gateway. */
@ApplicationScoped
public class PixazoGatewayImageProvider implements ImageProvider {

    @Inject
    UpstreamHttp http;

    private PixazoGatewayClient client;

    @PostConstruct
    void open() {
        UpstreamClient upstream = http.client(http.timeouts());
        GatewayCalls calls = new GatewayCalls(upstream);
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
