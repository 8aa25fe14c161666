package org.pixazo.accounts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.AccountService;
import org.pixazo.accounts.control.Login;
import org.pixazo.accounts.control.SessionCookie;
import org.pixazo.accounts.control.SessionService;
import org.pixazo.accounts.entity.NewAccount;
import org.pixazo.accounts.entity.Public;
import org.pixazo.accounts.entity.User;
import org.pixazo.web.control.Resources;

/** Registration, login and logout. */
@Path("auth")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {

    @Inject
    AccountService accounts;

    @Inject
    Login login;

    @Inject
    SessionService sessions;

    /** A login. */
    public record LoginRequest(
            @NotNull(message = "is needed") @Size(max = 256, message = "must have at most 256 characters")
            String username,

            @NotNull(message = "is needed") @Size(max = 256, message = "must have at most 256 characters")
            String password) {}

    /** Makes an account; the first one becomes administrator. */
    @POST
    @Path("register")
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    @APIResponseSchema(value = UserResponse.class, responseCode = "201")
    public Response register(NewAccount body) {
        User user = accounts.register(body.username(), body.password(), body.email());
        return Resources.created("/api/users/" + user.id(), user.version(), UserResponse.of(user));
    }

    /** Begins a session and sets its cookie. */
    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    @APIResponseSchema(UserResponse.class)
    public Response login(LoginRequest body, @Context HttpServletRequest request) {
        Login.Entered entered = login.enter(body.username(), body.password(), request.getRemoteAddr());
        SessionCookie.token(request).ifPresent(sessions::end);
        return Response.ok(UserResponse.of(entered.user()))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.begin(entered.token(), request))
                .build();
    }

    /** Ends the session. */
    @POST
    @Path("logout")
    @APIResponse(responseCode = "204", description = "Logged out")
    public Response logout(@Context HttpServletRequest request) {
        SessionCookie.token(request).ifPresent(sessions::end);
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.end(request))
                .build();
    }
}
