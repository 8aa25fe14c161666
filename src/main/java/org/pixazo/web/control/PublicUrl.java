package org.pixazo.web.control;

import jakarta.servlet.http.HttpServletRequest;
import org.pixazo.settings.entity.Settings;

/** The address under which people and programs reach this server. */
public final class PublicUrl {

    private PublicUrl() {}

    /**
     * {@code PIXAZO_BASE_URL}, or else what the request came to.
     *
     * @return without a trailing slash
     */
    public static String of(HttpServletRequest request, Settings settings) {
        return settings.baseUrl().orElseGet(() -> fromRequest(request));
    }

    private static String fromRequest(HttpServletRequest request) {
        boolean tls = request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        String host = request.getHeader("Host");
        String authority = host == null ? request.getServerName() + ":" + request.getServerPort() : host;
        return (tls ? "https://" : "http://") + authority + request.getContextPath();
    }
}
