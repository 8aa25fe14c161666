package org.pixazo.web.boundary;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Security headers of every response. Pages of the console replace the content security policy by one with a nonce of
 * their own ({@link PageHeadersFilter}).
 *
 * <p>One document is meant to be framed: the one that draws diagrams. Its library writes style elements, which no other
 * page allows, so it works in a sandbox: an origin of its own that can load nothing but the library, and send nothing. To
 * load it from there, the library must be readable by other origins.
 */
public class SecurityHeadersFilter implements Filter {

    private static final String POLICY = "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "script-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'; object-src 'none'";

    private static final String FRAME = "/resources/diagram/frame.html";
    private static final String FRAME_POLICY = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("X-Frame-Options", "DENY");
        http.setHeader("Referrer-Policy", "same-origin");
        http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        http.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        http.setHeader("Content-Security-Policy", POLICY);
        String path = ((HttpServletRequest) request).getServletPath();
        if (path.equals(FRAME)) {
            http.setHeader("X-Frame-Options", "SAMEORIGIN");
            http.setHeader("Content-Security-Policy", FRAME_POLICY);
        }
        if (path.startsWith("/resources/diagram/") || path.startsWith("/webjars/mermaid/")) {
            http.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
        if (behindTls((HttpServletRequest) request)) {
            http.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        chain.doFilter(request, response);
    }

    private static boolean behindTls(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
