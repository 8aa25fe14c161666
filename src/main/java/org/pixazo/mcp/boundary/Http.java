package org.pixazo.mcp.boundary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.pixazo.mcp.control.McpJson;
import tools.jackson.databind.JsonNode;

/** What HTTP says of the types of bodies. */
final class Http {

    static final String EVENTS = "text/event-stream";
    static final String JSON = "application/json";

    private Http() {}

    /** Whether a request brings JSON. */
    static boolean bringsJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
    }

    /** Whether a client takes an answer of this type. One that does not say what it takes, takes anything. */
    static boolean takes(HttpServletRequest request, String type) {
        String accept = request.getHeader("Accept");
        String family = type.substring(0, type.indexOf('/')) + "/*";
        return accept == null || accept.contains(type) || accept.contains("*/*") || accept.contains(family);
    }

    static void write(HttpServletResponse response, JsonNode message) throws IOException {
        byte[] bytes = McpJson.bytes(message);
        response.setContentType(JSON);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** @param allowed the methods that are */
    static void notAllowed(HttpServletResponse response, String allowed) throws IOException {
        response.setHeader("Allow", allowed);
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
