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
 * How long browsers keep the console's files: libraries have their version in the path and never change, our own are
 * asked for again and mostly answered with 304, so that an update shows at once.
 */
public class CacheHeadersFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean library = ((HttpServletRequest) request).getServletPath().startsWith("/webjars/");
        ((HttpServletResponse) response)
                .setHeader("Cache-Control", library ? "public, max-age=31536000, immutable" : "no-cache");
        chain.doFilter(request, response);
    }
}
