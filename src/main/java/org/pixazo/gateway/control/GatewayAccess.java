package org.pixazo.gateway.control;

import jakarta.servlet.http.HttpServletRequest;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.UnauthenticatedException;

/**
 * Who may use {@code /v1}: whoever sends an API key. A session of the console is no credential here, so that no page of
 * another site can spend its owner's tokens.
 */
public final class GatewayAccess {

    private GatewayAccess() {}

    /** @throws UnauthenticatedException where the request has no valid key */
    public static Caller caller(HttpServletRequest request) {
        return CurrentCaller.of(request)
                .filter(caller -> !caller.bySession())
                .orElseThrow(() -> new UnauthenticatedException(
                        request.getHeader("Authorization") == null
                                ? "You didn't provide an API key. Send one as Authorization: Bearer pxz_…; you make"
                                        + " keys on your account page."
                                : "Incorrect API key provided: it is unknown, expired or removed. You make keys on"
                                        + " your account page."));
    }

    /**
     * @throws UnauthenticatedException where the request has no valid key
     * @throws ForbiddenException where the key lacks the scope
     */
    public static Caller caller(HttpServletRequest request, Scope scope) {
        Caller caller = caller(request);
        if (!caller.scopes().contains(scope)) {
            throw new ForbiddenException("This API key lacks the scope " + scope.word() + ".");
        }
        return caller;
    }
}
