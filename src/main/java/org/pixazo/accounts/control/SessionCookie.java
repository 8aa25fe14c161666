package org.pixazo.accounts.control;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.pixazo.accounts.entity.Session;

/** The cookie that carries a session's token. */
public final class SessionCookie {

    /** Name of the cookie. */
    public static final String NAME = "pixazo_session";

    private SessionCookie() {}

    /** The token in a request. */
    public static Optional<String> token(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (NAME.equals(cookie.getName()) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** The value of {@code Set-Cookie} that begins a session. */
    public static String begin(String token, HttpServletRequest request) {
        return cookie(token, Session.LIFETIME.toSeconds(), request);
    }

    /** The value of {@code Set-Cookie} that ends it. */
    public static String end(HttpServletRequest request) {
        return cookie("", 0, request);
    }

    private static String cookie(String value, long maxAge, HttpServletRequest request) {
        boolean tls = request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        return NAME + "=" + value + "; Path=/; Max-Age=" + maxAge + "; HttpOnly; SameSite=Lax"
                + (tls ? "; Secure" : "");
    }
}
