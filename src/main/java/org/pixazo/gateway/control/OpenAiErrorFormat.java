package org.pixazo.gateway.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pixazo.web.control.ErrorFormat;

/** What the server refuses below {@code /v1}. */
@ApplicationScoped
public class OpenAiErrorFormat implements ErrorFormat {

    @Override
    public boolean covers(String path) {
        return path.equals("/v1") || path.startsWith("/v1/");
    }

    @Override
    public void write(HttpServletResponse response, int status) throws IOException {
        JsonBodies.write(
                response,
                status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                        ? OpenAiErrors.unexpected()
                        : OpenAiErrors.of(status, message(status)));
    }

    private static String message(int status) {
        return switch (status) {
            case 404 -> "Invalid URL: there is nothing at this path below /v1.";
            case 405 -> "This path does not take this method.";
            case 413 -> "The body is too large.";
            case 415 -> "This path takes JSON: send Content-Type: application/json.";
            default -> "The request cannot be served.";
        };
    }
}
