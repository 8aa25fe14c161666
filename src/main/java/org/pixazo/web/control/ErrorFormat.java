package org.pixazo.web.control;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * How a channel tells what the server itself refuses, such as an unknown path. A channel that has clients with a format
 * of their own makes one of its beans implement this; all others answer with problems.
 */
public interface ErrorFormat {

    /** @param path of the request, below the context root */
    boolean covers(String path);

    /** Writes the body of an answer whose status is set. */
    void write(HttpServletResponse response, int status) throws IOException;
}
