package org.pixazo.monitoring.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.pixazo.monitoring.control.AccessLog;
import org.pixazo.monitoring.control.Metrics;
import org.pixazo.monitoring.control.Routes;
import org.pixazo.web.control.RequestId;

/** Measures every request, whatever answers it: resource, servlet or page. Streams count until their end. */
public class RequestsFilter implements Filter {

    @Inject
    Metrics metrics;

    @Inject
    AccessLog accessLog;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Exchange exchange = new Exchange((HttpServletRequest) request, (HttpServletResponse) response);
        boolean thrown = true;
        try {
            chain.doFilter(request, response);
            thrown = false;
        } finally {
            if (thrown) {
                exchange.end(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            } else if (!request.isAsyncStarted() || !exchange.endsLater()) {
                exchange.end(exchange.response.getStatus());
            }
        }
    }

    private final class Exchange implements AsyncListener {

        private final long began = System.nanoTime();
        private final String requestId = RequestId.current();
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final String method;
        private final String uri;
        private final String pattern;

        Exchange(HttpServletRequest request, HttpServletResponse response) {
            this.request = request;
            this.response = response;
            // An asynchronous request may be recycled before its end is told.
            this.method = request.getMethod();
            this.uri = request.getRequestURI();
            HttpServletMapping mapping = request.getHttpServletMapping();
            this.pattern = mapping == null ? null : mapping.getPattern();
        }

        boolean endsLater() {
            try {
                request.getAsyncContext().addListener(this);
                return true;
            } catch (IllegalStateException alreadyEnded) {
                return false;
            }
        }

        void end(int status) {
            Duration duration = Duration.ofNanos(System.nanoTime() - began);
            String route = Routes.of(pattern, (String) request.getAttribute(RouteFilter.ATTRIBUTE));
            metrics.request(Routes.method(method), route, status, duration);
            if (accessLog.wanted(uri)) {
                RequestId.run(requestId, () -> accessLog.write(method, uri, status, duration, request));
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            end(response.getStatus());
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // The end is told as well.
        }

        @Override
        public void onError(AsyncEvent event) {
            // The end is told as well.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
