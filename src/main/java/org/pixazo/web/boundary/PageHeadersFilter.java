package org.pixazo.web.boundary;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Headers of the console's pages. PrimeFaces writes their content security policy, and that one replaces the policy of
 * {@link SecurityHeadersFilter}: with two, browsers hold a page to both.
 *
 * <p>PrimeFaces wants the nonce of the page back with every postback, and fails, after the action has run, where it does
 * not come: scripts are needed even to log in. So a postback that loads a new page gets a fresh nonce here, and one of a
 * script, whose page goes on with the nonce that it has, is refused without it, before anything runs.
 */
public class PageHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String POLICY = "Content-Security-Policy";
    private static final String NONCE = "primefaces.nonce";
    private static final Pattern NONCE_FORM = Pattern.compile("[A-Za-z0-9+/]{48}");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getServletPath().startsWith("/jakarta.faces.resource/")) {
            // Whoever logs out must not find the pages again with the Back button.
            response.setHeader("Cache-Control", "no-store");
        }
        boolean byScript = "partial/ajax".equals(request.getHeader("Faces-Request"));
        if (byScript && !hasNonce(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(byScript ? request : new FreshNonce(request), new OnePolicy(response));
    }

    private static boolean hasNonce(HttpServletRequest request) {
        String nonce = request.getParameter(NONCE);
        return nonce != null && NONCE_FORM.matcher(nonce).matches();
    }

    private static final class FreshNonce extends HttpServletRequestWrapper {

        private final String nonce;

        FreshNonce(HttpServletRequest request) {
            super(request);
            // PrimeFaces takes nothing else for a nonce than a UUID in Base64.
            nonce = Base64.getEncoder()
                    .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public String getParameter(String name) {
            return NONCE.equals(name) ? nonce : super.getParameter(name);
        }
    }

    private static final class OnePolicy extends HttpServletResponseWrapper {

        OnePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (POLICY.equalsIgnoreCase(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }

        /** Keeps a path a path: made absolute here, it would lose https behind a proxy that ends TLS. */
        @Override
        public void sendRedirect(String location) throws IOException {
            if (location.startsWith("/")) {
                resetBuffer();
                setStatus(SC_FOUND);
                setHeader("Location", location);
                flushBuffer();
            } else {
                super.sendRedirect(location);
            }
        }
    }
}
