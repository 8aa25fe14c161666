package org.pixazo.gateway.boundary;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** A path of {@code /v1} that takes one method, and JSON where it takes a body. */
abstract class GatewayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final String method;

    /** @param method {@code GET}, which brings {@code HEAD} along, or {@code POST} */
    GatewayServlet(String method) {
        this.method = method;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        boolean reads = READING.contains(method);
        String asked = request.getMethod();
        if (!asked.equals(method) && !(reads && READING.contains(asked))) {
            response.setHeader("Allow", reads ? "GET, HEAD" : method);
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (!reads && !isJson(request.getContentType())) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            super.service(request, response);
        }
    }

    private static boolean isJson(String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }
}
