package org.pixazo.accounts.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.ApiKeyService;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.ApiKey;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.schema.entity.Dollars;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** The caller's API keys. */
@Path("keys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ApiKeyService keys;

    @Inject
    ChangedBody changed;

    /** A key with what it opens; {@code secret} is there only in the answer that makes it or gives it a new one. */
    public record KeyResponse(
            long id,
            @NotNull String name,
            @NotNull String prefix,
            @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
            List<String> scopes,
            Set<String> models,
            Integer requestsPerMinute,
            Long tokensPerMinute,
            Integer parallelRequests,
            Long monthlyTokens,
            BigDecimal monthlyCost,
            boolean blocked,
            Instant expiresAt,
            Instant lastUsedAt,
            @NotNull Instant createdAt) {

        static KeyResponse of(ApiKey key, String secret) {
            KeyLimits limits = key.limits();
            return new KeyResponse(
                    key.id(),
                    key.name(),
                    key.prefix(),
                    secret,
                    key.scopes().stream().map(Scope::word).toList(),
                    key.models(),
                    limits.requestsPerMinute(),
                    limits.tokensPerMinute(),
                    limits.parallelRequests(),
                    limits.monthlyTokens(),
                    Dollars.of(limits.monthlyCost()),
                    key.blocked(),
                    key.expiresAt(),
                    key.lastUsedAt(),
                    key.createdAt());
        }
    }

    @GET
    public Page<KeyResponse> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return keys.list(caller.get().userId(), PageRequest.of(limit, cursor, 50))
                .map(key -> KeyResponse.of(key, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = KeyResponse.class, responseCode = "201")
    public Response create(KeyFields body) {
        if (body.expiresAt() != null && !body.expiresAt().isAfter(Instant.now())) {
            throw new InvalidInputException("expires_at", "must be in the future");
        }
        ApiKeyService.NewKey made = keys.create(caller.get(), body.grant());
        return Resources.created(
                "/api/keys/" + made.key().id(), made.key().version(), KeyResponse.of(made.key(), made.secret()));
    }

    @GET
    @Path("{id:\\d+}")
    @APIResponseSchema(KeyResponse.class)
    public Response get(@PathParam("id") long id, @Context Request request) {
        ApiKey key = keys.get(caller.get().userId(), id);
        return Resources.found(request, key.version(), KeyResponse.of(key, null));
    }

    @PUT
    @Path("{id:\\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(KeyResponse.class)
    public Response change(
            @PathParam("id") long id,
            @RequestBodySchema(KeyFields.class) Changes body,
            @HeaderParam("If-Match") String ifMatch) {
        ApiKey key = keys.change(
                caller.get(),
                id,
                new IfMatch(ifMatch),
                present -> changed.of(KeyFields.of(present), body).grant());
        return Resources.changed(key.version(), KeyResponse.of(key, null));
    }

    /** Gives the key a new secret, shown in this answer alone; the old one ends at once. */
    @POST
    @Path("{id:\\d+}/rotate")
    public KeyResponse rotate(@PathParam("id") long id) {
        ApiKeyService.NewKey renewed = keys.rotate(caller.get(), id);
        return KeyResponse.of(renewed.key(), renewed.secret());
    }

    @DELETE
    @Path("{id:\\d+}")
    public void remove(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        keys.remove(caller.get(), id, new IfMatch(ifMatch));
    }
}
