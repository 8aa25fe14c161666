package org.pixazo.gateway.control;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pixazo.web.control.Json;

/** JSON out of servlets. */
public final class JsonBodies {

    private JsonBodies() {}

    /** Writes a record as the whole body; the status is the caller's. */
    public static void write(HttpServletResponse response, Record body) throws IOException {
        byte[] bytes = Json.mapper().writeValueAsBytes(body);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
