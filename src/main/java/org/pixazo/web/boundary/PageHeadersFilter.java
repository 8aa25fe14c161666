package org.pixazo.web.boundary;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Headers of the console's pages. PrimeFaces writes their content security policy, with the nonce of the request, and
 * that one replaces the policy of {@link SecurityHeadersFilter}: with two, browsers hold a page to both.
 */
public class PageHeadersFilter implements Filter {

    private static final String POLICY = "Content-Security-Policy";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (!http.getServletPath().startsWith("/jakarta.faces.resource/")) {
            // Whoever logs out must not find the pages again with the Back button.
            ((HttpServletResponse) response).setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, new PageResponse((HttpServletResponse) response));
    }

    private static final class PageResponse extends HttpServletResponseWrapper {

        PageResponse(HttpServletResponse response) {
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
