package org.pixazo.gateway.control;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.TooLargeException;
import org.pixazo.web.control.Json;
import org.pixazo.web.control.LimitedBody;
import org.pixazo.web.control.TextFields;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** JSON into and out of servlets. */
public final class JsonBodies {

    private JsonBodies() {}

    /**
     * Reads a body that must be one JSON object.
     *
     * @param limit greatest size in bytes
     * @throws InvalidInputException where it is none
     * @throws TooLargeException where it is larger
     */
    public static ObjectNode read(HttpServletRequest request, int limit) throws IOException {
        byte[] bytes = new LimitedBody(request.getInputStream(), limit).readAllBytes();
        try {
            if (TextFields.checked(Json.mapper().readTree(bytes)) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw Json.invalid(e);
        }
        throw InvalidInputException.malformed("The body must be one JSON object and not be empty.", null);
    }

    /** Writes a record as the whole body; the status is the caller's. */
    public static void write(HttpServletResponse response, Record body) throws IOException {
        byte[] bytes = Json.mapper().writeValueAsBytes(body);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
