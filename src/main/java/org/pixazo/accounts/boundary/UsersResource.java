package org.pixazo.accounts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.AccountService;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Role;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.accounts.entity.User;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** All accounts, for administrators. */
@Path("users")
@ApplicationScoped
@Needs(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    private static final String ACTIVE = "active";

    @Inject
    UserRepository users;

    @Inject
    AccountService accounts;

    @Inject
    ChangedBody changed;

    /** What administrators change about users. */
    public record ChangeUserRequest(
            @NotNull(message = "is needed") @Pattern(regexp = "user|admin", message = "must be user or admin")
            String role,

            @NotNull(message = "is needed") @Pattern(regexp = "active|disabled", message = "must be active or disabled")
            String status) {}

    @GET
    public Page<UserResponse> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return users.list(PageRequest.of(limit, cursor, 50)).map(UserResponse::of);
    }

    @GET
    @Path("{id:\\d+}")
    @APIResponseSchema(UserResponse.class)
    public Response get(@PathParam("id") long id, @Context Request request) {
        User user = users.get(id);
        return Resources.found(request, user.version(), UserResponse.of(user));
    }

    @PUT
    @Path("{id:\\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(UserResponse.class)
    public Response change(
            @PathParam("id") long id,
            @RequestBodySchema(ChangeUserRequest.class) Changes body,
            @HeaderParam("If-Match") String ifMatch) {
        User present = users.get(id);
        ChangeUserRequest wanted = changed.of(
                new ChangeUserRequest(present.role().name().toLowerCase(Locale.ROOT), present.status()), body);
        User user = accounts.administer(
                id,
                new IfMatch(ifMatch),
                Role.valueOf(wanted.role().toUpperCase(Locale.ROOT)),
                ACTIVE.equals(wanted.status()));
        return Resources.changed(user.version(), UserResponse.of(user));
    }

    @DELETE
    @Path("{id:\\d+}")
    public void remove(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        accounts.remove(id, new IfMatch(ifMatch));
    }
}
