package org.pixazo.web.boundary;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.web.control.ErrorFormat;
import org.pixazo.web.control.Json;
import org.pixazo.web.control.RequestId;
import org.pixazo.web.entity.Problem;

/**
 * The last resort: what fails outside of JAX-RS and Faces, where the server would show a page of its own. Programs get a
 * problem, people a short page; a channel that has an {@link ErrorFormat} of its own is asked for that.
 */
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ErrorServlet.class.getName());

    @Inject
    transient Instance<ErrorFormat> formats;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Integer code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        int status = code == null ? 404 : code;
        if (failure != null) {
            LOG.log(Level.SEVERE, "Unexpected failure of " + path, failure);
        }
        response.setStatus(status);
        Optional<ErrorFormat> channel = channel(request, path);
        if (channel.isPresent()) {
            channel.get().write(response, status);
            return;
        }
        String title = title(status);
        if (wantsHtml(request, path)) {
            write(response, "text/html", page(status, title));
        } else {
            Problem problem = Problem.of(
                    status,
                    title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                    title,
                    "The request cannot be served. Request id " + RequestId.current() + ".",
                    path);
            write(response, Problem.MEDIA_TYPE, Json.write(problem));
        }
    }

    private Optional<ErrorFormat> channel(HttpServletRequest request, String path) {
        String below =
                path == null ? "" : path.substring(request.getContextPath().length());
        return formats.stream().filter(format -> format.covers(below)).findFirst();
    }

    private static boolean wantsHtml(HttpServletRequest request, String path) {
        String accept = request.getHeader("Accept");
        boolean program = path != null && path.matches(".*/(api|mcp)(/.*)?");
        return !program && accept != null && accept.contains("text/html");
    }

    private static void write(HttpServletResponse response, String type, String body) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Credentials are needed";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 413 -> "Too large";
            default -> status >= 500 ? "Internal error" : "Bad request";
        };
    }

    private static String page(int status, String title) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s · Pixazo</title>
                <link rel="icon" href="/resources/img/pixazo.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/resources/css/pixazo.css">
                </head>
                <body class="door"><main class="door-card">
                <p class="error-status">%1$d</p><h1>%2$s</h1>
                <p>%3$s</p>
                <p><a class="button primary" href="/">Back to Pixazo</a></p>
                <p class="hint">Request id %4$s</p>
                </main></body></html>
                """.formatted(status, title, advice(status), RequestId.current());
    }

    private static String advice(int status) {
        return switch (status) {
            case 403 -> "This may not be done, or it did not come from one of Pixazo's own pages.";
            case 404 -> "It does not exist, or it is not yours to see.";
            default ->
                status >= 500
                        ? "Nothing of yours is lost. The log has the details under the request id below."
                        : "The request cannot be served as it is.";
        };
    }
}
