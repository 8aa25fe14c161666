package org.pixazo.mcp.control;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.UnauthenticatedException;
import org.pixazo.mcp.entity.RpcException;

/**
 * Who may use {@code /mcp}: whoever sends an API key with the scope {@code mcp}, which opens all tools. A session of the
 * console is no credential here.
 */
public final class McpAccess {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");

    private static final int FORBIDDEN = 403;

    private McpAccess() {}

    /**
     * @throws UnauthenticatedException where the request has no valid key
     * @throws ForbiddenException where the key lacks the scope
     */
    public static Caller caller(HttpServletRequest request) {
        Caller caller = CurrentCaller.of(request)
                .filter(found -> !found.bySession())
                .orElseThrow(() -> new UnauthenticatedException(
                        request.getHeader("Authorization") == null
                                ? "Send an API key as Authorization: Bearer pxz_…; you make keys on your account page."
                                : "This API key is not valid: unknown, expired, blocked or removed."));
        if (!caller.scopes().contains(Scope.MCP)) {
            throw new ForbiddenException("This API key lacks the scope mcp.");
        }
        return caller;
    }

    /**
     * Refuses pages of other sites. A page that has rebound its own name to this server's address sends the same name as
     * {@code Origin} and {@code Host}; so names count only where they are known, and addresses where both are the same.
     *
     * @param publicUrl {@code PIXAZO_BASE_URL}
     * @throws RpcException where the request comes from elsewhere
     */
    public static void checkOrigin(HttpServletRequest request, Optional<String> publicUrl) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return;
        }
        Optional<URI> from = uri(origin);
        boolean known = from.isPresent()
                && (LOOPBACK.matcher(from.get().getHost()).matches()
                        || ADDRESS.matcher(from.get().getHost()).matches()
                                && from.get().getRawAuthority().equals(request.getHeader("Host"))
                        || publicUrl
                                .flatMap(McpAccess::uri)
                                .filter(own -> own.getRawAuthority()
                                        .equalsIgnoreCase(from.get().getRawAuthority()))
                                .isPresent());
        if (!known) {
            throw new RpcException(
                    RpcException.REFUSED,
                    FORBIDDEN,
                    "Requests from pages of this origin are not taken; pages of PIXAZO_BASE_URL and of this computer are.",
                    null);
        }
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
