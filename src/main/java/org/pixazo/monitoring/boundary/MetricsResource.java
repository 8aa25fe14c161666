package org.pixazo.monitoring.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Public;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.monitoring.control.Metrics;
import org.pixazo.settings.entity.Settings;

/** For monitoring systems. */
@Path("metrics")
@ApplicationScoped
public class MetricsResource {

    private static final String BEARER = "bearer ";

    @Inject
    CurrentCaller caller;

    @Inject
    Metrics metrics;

    @Inject
    Settings settings;

    /**
     * Metrics in the text format of Prometheus. For administrators, and for the key that the setting
     * {@code PIXAZO_METRICS_KEY} names, as bearer token.
     */
    @GET
    @Produces(Metrics.MEDIA_TYPE)
    @Public // It has credentials of its own besides those of accounts.
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "session")
    public String metrics(@Context HttpHeaders headers) {
        if (!isMetricsKey(headers.getHeaderString(HttpHeaders.AUTHORIZATION))
                && !caller.get().administrator()) {
            throw new ForbiddenException("Metrics are for administrators and for the holder of the metrics key.");
        }
        return metrics.scrape();
    }

    private boolean isMetricsKey(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return false;
        }
        byte[] given = authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
        return settings.metricsKey()
                .map(key -> MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), given))
                .orElse(false);
    }
}
