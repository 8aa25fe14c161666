package org.pixazo.accounts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pixazo.accounts.control.Authentication;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.control.SessionCookie;
import org.pixazo.accounts.entity.Caller;

/**
 * The one way in: an API key as bearer token, or the console's session cookie. A request that names a key is judged by
 * the key alone, and keys open no pages, which know no scopes. Refusing is left to whoever knows what is asked for, so that every channel keeps its own error format.
 */
@ApplicationScoped
public class PixazoAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "bearer ";
    private static final List<String> FOR_PROGRAMS = List.of("/api", "/v1", "/mcp");

    @Inject
    Authentication authentication;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<Caller> caller = caller(request);
        if (caller.isEmpty()) {
            return context.doNothing();
        }
        CurrentCaller.set(request, caller.get());
        return context.notifyContainerAboutLogin(
                new CallerPrincipal(caller.get().username()),
                Set.of(caller.get().role().name().toLowerCase(java.util.Locale.ROOT)));
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        // What a proxy in front of Pixazo asks for, such as Basic, is not for us.
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return SessionCookie.token(request).flatMap(authentication::bySession);
        }
        return isForPrograms(request)
                ? authentication.byKey(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getServletPath();
        return FOR_PROGRAMS.stream().anyMatch(begin -> path.equals(begin) || path.startsWith(begin + "/"));
    }
}
