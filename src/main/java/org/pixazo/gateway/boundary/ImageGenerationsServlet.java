package org.pixazo.gateway.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.gateway.control.GatewayAccess;
import org.pixazo.gateway.control.ImageDelivery;
import org.pixazo.gateway.control.ImageOrders;
import org.pixazo.gateway.control.JsonBodies;
import org.pixazo.gateway.entity.ImageGeneration;
import org.pixazo.images.control.JobFailures;
import org.pixazo.images.control.JobWatch;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.settings.entity.Settings;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.entity.RateLimits;
import org.pixazo.web.control.Json;
import org.pixazo.web.control.PublicUrl;
import org.pixazo.web.control.WaitPreference;

/** {@code POST /v1/images/generations}: orders pictures and answers when they are there. */
@WebServlet(urlPatterns = "/v1/images/generations", asyncSupported = true)
public class ImageGenerationsServlet extends GatewayServlet {

    private static final long serialVersionUID = 1L;
    private static final int LARGEST_BODY = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Inject
    transient ImageOrders orders;

    @Inject
    transient ImageDelivery delivery;

    @Inject
    transient JobFailures failures;

    @Inject
    transient JobWatch watch;

    @Inject
    transient Ledger ledger;

    @Inject
    transient Settings settings;

    public ImageGenerationsServlet() {
        super("POST");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = GatewayAccess.caller(request, Scope.IMAGES);
        ImageGeneration wanted = Json.convertKnown(JsonBodies.read(request, LARGEST_BODY), ImageGeneration.class);
        Duration patience = WaitPreference.of(request.getHeader("Prefer")).orElse(PATIENCE);
        String baseUrl = PublicUrl.of(request, settings);
        // For a refusal; what is left after this request replaces them.
        tellLimits(caller, response);
        ImageJob job = orders.order(caller, wanted, request.getHeader("Idempotency-Key"));
        tellLimits(caller, response);
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(patience.toMillis());
        AwaitedImages awaited =
                new AwaitedImages(context, job.id(), done -> delivery.of(done, wanted, baseUrl), failures::of);
        context.addListener(awaited);
        watch.watch(job.id(), awaited);
    }

    private void tellLimits(Caller caller, HttpServletResponse response) {
        ledger.left(caller).map(RateLimits::headers).ifPresent(headers -> headers.forEach(response::setHeader));
    }
}
