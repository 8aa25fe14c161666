package org.pixazo.accounts.boundary;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.control.SameOrigin;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Public;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.UnauthenticatedException;
import org.pixazo.settings.entity.Settings;

/**
 * Lets nobody into {@code /api} without credentials unless a method is {@link Public}, asks for the scope that
 * {@link Needs} names, and refuses requests with a session that other sites may have sent.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class AccessFilter implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest request;

    @Inject
    CurrentCaller current;

    @Inject
    Settings settings;

    @Override
    public void filter(ContainerRequestContext context) {
        boolean changes = !SAFE.contains(context.getMethod());
        if (resource.getResourceMethod().isAnnotationPresent(Public.class)) {
            if (changes && SameOrigin.refuted(request, settings.baseUrl())) {
                throw crossSite();
            }
            return;
        }
        Caller caller = current.find()
                .orElseThrow(() -> new UnauthenticatedException(
                        request.getHeader("Authorization") != null
                                ? "This API key is not valid: unknown, expired, blocked or removed."
                                : "Log in, or send an API key as Authorization: Bearer pxz_…"));
        if (changes && caller.bySession() && !SameOrigin.proven(request, settings.baseUrl())) {
            throw crossSite();
        }
        needed().ifPresent(scope -> check(caller, scope));
    }

    private static void check(Caller caller, Scope scope) {
        if (!caller.scopes().contains(scope)) {
            throw new ForbiddenException("This API key lacks the scope " + scope.word() + ".");
        }
        if (scope == Scope.ADMIN && !caller.administrator()) {
            throw new ForbiddenException("Only administrators may do this.");
        }
    }

    private Optional<Scope> needed() {
        Needs needs = resource.getResourceMethod().getAnnotation(Needs.class);
        if (needs == null) {
            needs = resource.getResourceClass().getAnnotation(Needs.class);
        }
        return Optional.ofNullable(needs).map(Needs::value);
    }

    private static ForbiddenException crossSite() {
        return new ForbiddenException(
                "A request with a session that changes something must come from Pixazo's own pages:"
                        + " its Origin, Sec-Fetch-Site or Referer must prove it. Programs use an API key.");
    }
}
