package org.pixazo.monitoring.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.entity.Public;
import org.pixazo.monitoring.control.Readiness;
import org.pixazo.monitoring.entity.Health;

/** For whoever starts, watches or balances. */
@Path("health")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    private static final int UNAVAILABLE = 503;

    @Inject
    Readiness readiness;

    /**
     * The application is there.
     *
     * @param status {@code up}
     */
    public record LiveResponse(@NotNull String status) {}

    /** Whether the application is there. Asks nothing else. */
    @GET
    @Path("live")
    @Public
    @APIResponseSchema(LiveResponse.class)
    public Response live() {
        return uncached(Response.ok(new LiveResponse("up")));
    }

    /** Whether the application can work. Asks the database and the data folder; upstreams are named but never decide. */
    @GET
    @Path("ready")
    @Public
    @APIResponseSchema(Health.class)
    @APIResponse(
            responseCode = "503",
            description = "Something is down, or the server stops.",
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Response ready() {
        Health health = readiness.check();
        return uncached(Response.status(health.good() ? Response.Status.OK.getStatusCode() : UNAVAILABLE)
                .entity(health));
    }

    private static Response uncached(Response.ResponseBuilder response) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return response.cacheControl(never).build();
    }
}
