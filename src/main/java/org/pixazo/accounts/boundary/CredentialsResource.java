package org.pixazo.accounts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.pixazo.accounts.control.CredentialService;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Credential;
import org.pixazo.web.entity.Page;

/** The caller's own keys for the upstreams. They can be written and removed, never read. */
@Path("credentials")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CredentialsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    CredentialService credentials;

    /** A key for an upstream. */
    public record PutCredentialRequest(
            @NotBlank(message = "is needed") @Size(max = 4000, message = "must have at most 4000 characters")
            String apiKey) {}

    /** That there is one. */
    public record CredentialResponse(
            @NotNull String provider, @NotNull Instant updatedAt) {

        static CredentialResponse of(Credential credential) {
            return new CredentialResponse(credential.provider(), credential.updatedAt());
        }
    }

    @GET
    public Page<CredentialResponse> list() {
        return new Page<>(credentials.list(caller.get().userId()), null).map(CredentialResponse::of);
    }

    @PUT
    @Path("{provider:grok|pixazo}")
    @Consumes(MediaType.APPLICATION_JSON)
    public CredentialResponse put(@PathParam("provider") String provider, PutCredentialRequest body) {
        return CredentialResponse.of(credentials.put(caller.unlimited().userId(), provider, body.apiKey()));
    }

    @DELETE
    @Path("{provider:grok|pixazo}")
    public void remove(@PathParam("provider") String provider) {
        credentials.remove(caller.unlimited().userId(), provider);
    }
}
