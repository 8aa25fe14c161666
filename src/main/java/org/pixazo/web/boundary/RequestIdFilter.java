package org.pixazo.web.boundary;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pixazo.web.control.RequestId;

/** Gives every request its id. Declared first in {@code web.xml}, so that all that follows can log it. */
public class RequestIdFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = RequestId.from(((HttpServletRequest) request).getHeader(RequestId.HEADER));
        RequestId.bind(id);
        ((HttpServletResponse) response).setHeader(RequestId.HEADER, id);
        try {
            chain.doFilter(request, response);
        } finally {
            RequestId.bind(null);
        }
    }
}
