package org.pixazo.accounts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.AccountService;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.NewPassword;
import org.pixazo.accounts.entity.User;
import org.pixazo.accounts.entity.UserProfile;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IfMatch;

/** The caller's own account. */
@Path("me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    CurrentCaller caller;

    @Inject
    UserRepository users;

    @Inject
    AccountService accounts;

    @Inject
    ChangedBody changed;

    /** The caller. */
    @GET
    @APIResponseSchema(UserResponse.class)
    public Response me(@Context Request request) {
        User user = users.get(caller.get().userId());
        return Resources.found(request, user.version(), UserResponse.of(user));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(UserResponse.class)
    public Response change(
            @RequestBodySchema(UserProfile.class) Changes body, @HeaderParam("If-Match") String ifMatch) {
        User user = accounts.change(caller.get().userId(), new IfMatch(ifMatch), profile -> changed.of(profile, body));
        return Resources.changed(user.version(), UserResponse.of(user));
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    public void changePassword(NewPassword body) {
        accounts.changePassword(caller.get().userId(), body.currentPassword(), body.newPassword());
    }
}
