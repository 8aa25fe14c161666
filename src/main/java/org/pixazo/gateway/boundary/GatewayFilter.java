package org.pixazo.gateway.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.gateway.control.GatewayAccess;
import org.pixazo.gateway.control.OpenAiErrors;
import org.pixazo.web.control.Draining;

/**
 * Stands before all that is below {@code /v1}: asks for a key, begins nothing new while the server stops, and answers
 * for whatever a servlet throws. A servlet that answers later uses {@link OpenAiErrors} itself.
 */
@WebFilter(urlPatterns = "/v1/*", dispatcherTypes = DispatcherType.REQUEST, asyncSupported = true)
public class GatewayFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(GatewayFilter.class.getName());

    @Inject
    transient Draining draining;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            GatewayAccess.caller(request);
            if ("POST".equals(request.getMethod())) {
                draining.refuseNewWork();
            }
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            answer(request, response, failure);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PixazoException ours) {
                if (ours.status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                    LOG.log(Level.WARNING, ours.getMessage(), ours.getCause());
                }
                OpenAiErrors.write(response, ours);
                return;
            }
        }
        LOG.log(Level.SEVERE, "Unexpected failure of " + request.getRequestURI(), failure);
        OpenAiErrors.write(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, OpenAiErrors.unexpected());
    }
}
