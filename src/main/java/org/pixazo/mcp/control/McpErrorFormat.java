package org.pixazo.mcp.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.web.control.ErrorFormat;
import tools.jackson.databind.JsonNode;

/** What HTTP refuses at {@code /mcp}: errors of JSON-RPC without the id of a request. */
@ApplicationScoped
public class McpErrorFormat implements ErrorFormat {

    @Override
    public boolean covers(String path) {
        return path.equals("/mcp") || path.startsWith("/mcp/");
    }

    @Override
    public void write(HttpServletResponse response, int status) throws IOException {
        String detail = switch (status) {
            case 404 -> "There is nothing at this path. The MCP server is at /mcp.";
            case 405 -> "This path does not take this method now. Messages go to POST /mcp.";
            case 406 -> "Accept must have application/json and text/event-stream.";
            case 413 -> "The body is too large.";
            case 415 -> "Messages are JSON: send Content-Type: application/json.";
            default -> "The request cannot be served.";
        };
        write(response, new RpcException(RpcException.REFUSED, status, detail, null), status);
    }

    /** Answers a request with a failure. Only before anything else was sent. */
    public static void write(HttpServletResponse response, RuntimeException failure) throws IOException {
        RpcException told = RpcAnswers.failure(failure);
        if (told.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"pixazo\"");
        } else if (failure instanceof ForbiddenException) {
            response.setHeader(
                    "WWW-Authenticate", "Bearer realm=\"pixazo\", error=\"insufficient_scope\", scope=\"mcp\"");
        }
        write(response, told, told.status());
    }

    private static void write(HttpServletResponse response, RpcException failure, int status) throws IOException {
        JsonNode message = RpcAnswers.error(null, failure);
        byte[] bytes = McpJson.bytes(message);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
