package org.pixazo.accounts.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.ApiKeyService;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.ApiKey;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.InvalidInputException;
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

    /** A new key; what is left out does not limit it, but no scopes mean all but {@code admin}. */
    public record CreateKeyRequest(
            @NotBlank(message = "is needed") @Size(max = 100, message = "must have at most 100 characters")
            String name,

            @Future(message = "must be in the future") Instant expiresAt,
            List<String> scopes,
            List<@NotBlank(message = "must not be blank") String> models,
            @Positive(message = "must be at least 1") Integer requestsPerMinute,
            @Positive(message = "must be at least 1") Long monthlyTokens) {}

    /** A key; {@code secret} is there only in the answer that makes it. */
    public record KeyResponse(
            long id,
            @NotNull String name,
            @NotNull String prefix,
            @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
            List<String> scopes,
            Set<String> models,
            Integer requestsPerMinute,
            Long monthlyTokens,
            Instant expiresAt,
            Instant lastUsedAt,
            @NotNull Instant createdAt) {

        static KeyResponse of(ApiKey key, String secret) {
            return new KeyResponse(
                    key.id(),
                    key.name(),
                    key.prefix(),
                    secret,
                    key.scopes().stream().map(Scope::word).toList(),
                    key.models(),
                    key.limits().requestsPerMinute(),
                    key.limits().monthlyTokens(),
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
    public Response create(CreateKeyRequest body) {
        ApiKeyService.NewKey made = keys.create(
                caller.get(),
                new ApiKeyService.Grant(
                        body.name(),
                        scopes(body.scopes()),
                        body.models() == null ? List.of() : body.models(),
                        new KeyLimits(body.requestsPerMinute(), null, null, body.monthlyTokens(), null),
                        body.expiresAt()));
        return Response.created(URI.create("/api/keys/" + made.key().id()))
                .entity(KeyResponse.of(made.key(), made.secret()))
                .build();
    }

    @DELETE
    @Path("{id:\\d+}")
    public void remove(@PathParam("id") long id) {
        keys.remove(caller.get().userId(), id);
    }

    private static Set<Scope> scopes(List<String> words) {
        if (words == null || words.isEmpty()) {
            return Scope.defaults();
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : words) {
            scopes.add(Scope.of(word)
                    .orElseThrow(() -> new InvalidInputException(
                            "scopes", "must be of chat, images, prompts, workspaces, mcp and admin")));
        }
        return scopes;
    }
}
