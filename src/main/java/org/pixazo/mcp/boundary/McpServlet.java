package org.pixazo.mcp.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.control.McpAccess;
import org.pixazo.mcp.control.McpErrorFormat;
import org.pixazo.mcp.control.McpSession;
import org.pixazo.mcp.control.McpSessions;
import org.pixazo.mcp.control.OpenStreams;
import org.pixazo.settings.entity.Settings;

/**
 * Streamable HTTP: {@code POST} takes a message, {@code GET} listens, {@code DELETE} ends a session. Clients may begin
 * with {@code initialize} and keep the session, keep none, or follow the revision that knows no sessions.
 */
@WebServlet(urlPatterns = "/mcp", asyncSupported = true)
public class McpServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Settings settings;

    @Inject
    transient McpSessions sessions;

    @Inject
    transient Messages messages;

    @Inject
    transient OpenStreams streams;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            McpAccess.checkOrigin(request, settings.baseUrl());
            Caller caller = McpAccess.caller(request);
            switch (request.getMethod()) {
                case "POST" -> messages.take(request, response, caller);
                case "GET" -> listen(request, response, caller);
                case "DELETE" -> end(request, response, caller);
                default -> Http.notAllowed(response, "GET, POST, DELETE");
            }
        } catch (RuntimeException e) {
            McpErrorFormat.write(response, e);
        }
    }

    private void listen(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        if (!Http.takes(request, Http.EVENTS)) {
            response.sendError(HttpServletResponse.SC_NOT_ACCEPTABLE);
            return;
        }
        Optional<McpSession> session = sessions.of(request, caller);
        if (session.isEmpty()) {
            Http.notAllowed(response, "POST");
            return;
        }
        new SessionStream(request.startAsync(request, response), session.get(), caller, streams).open();
    }

    private void end(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        Optional<McpSession> session = sessions.of(request, caller);
        if (session.isEmpty()) {
            Http.notAllowed(response, "POST");
            return;
        }
        sessions.end(session.get());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
