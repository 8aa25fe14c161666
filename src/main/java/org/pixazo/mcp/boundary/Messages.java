package org.pixazo.mcp.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.control.Exchange;
import org.pixazo.mcp.control.Initialize;
import org.pixazo.mcp.control.McpSession;
import org.pixazo.mcp.control.McpSessions;
import org.pixazo.mcp.control.RpcAnswers;
import org.pixazo.mcp.control.RpcReader;
import org.pixazo.mcp.control.StatelessHeaders;
import org.pixazo.mcp.control.SubscriptionsListen;
import org.pixazo.mcp.entity.Revision;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.mcp.entity.RpcMessage;
import org.pixazo.settings.entity.Settings;
import org.pixazo.web.control.LimitedBody;
import org.pixazo.web.control.PublicUrl;

/** Takes the messages that clients post, finds out by which rules each is to be read, and has requests answered. */
@ApplicationScoped
class Messages {

    private static final int LARGEST_BODY = 4 << 20;

    @Inject
    Settings settings;

    @Inject
    McpSessions sessions;

    @Inject
    Answering answering;

    void take(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        if (!Http.bringsJson(request)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        if (!Http.takes(request, Http.JSON) && !Http.takes(request, Http.EVENTS)) {
            response.sendError(HttpServletResponse.SC_NOT_ACCEPTABLE);
            return;
        }
        RpcMessage message = RpcReader.read(new LimitedBody(request.getInputStream(), LARGEST_BODY).readAllBytes());
        if (message.is(SubscriptionsListen.NAME) && !Http.takes(request, Http.EVENTS)) {
            response.sendError(HttpServletResponse.SC_NOT_ACCEPTABLE);
            return;
        }
        try {
            if (StatelessHeaders.meant(request, message)) {
                alone(request, response, caller, message);
            } else {
                inSession(request, response, caller, message);
            }
        } catch (RpcException e) {
            response.setStatus(e.status());
            Http.write(response, RpcAnswers.error(message.id(), e));
        }
    }

    /** A message of the revision whose requests stand for themselves. */
    private void alone(HttpServletRequest request, HttpServletResponse response, Caller caller, RpcMessage message)
            throws IOException {
        if (!message.isRequest()) {
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            return;
        }
        StatelessHeaders.check(request, message);
        answer(request, response, caller, message, Revision.STATELESS, null);
    }

    /** A message of the revisions with a handshake, whether its client keeps the session or not. */
    private void inSession(HttpServletRequest request, HttpServletResponse response, Caller caller, RpcMessage message)
            throws IOException {
        if (message.is(Initialize.NAME) && message.isRequest()) {
            McpSession begun = sessions.open(caller, Initialize.revision(message));
            response.setHeader(McpSessions.HEADER, begun.id());
            answer(request, response, caller, message, begun.revision(), begun);
            return;
        }
        McpSession session = sessions.of(request, caller).orElse(null);
        if (message.isRequest()) {
            String said = StatelessHeaders.revision(request);
            answer(request, response, caller, message, session == null ? said : session.revision(), session);
            return;
        }
        if (session != null && message.is("notifications/cancelled")) {
            session.cancel(message.params().path("requestId"));
        }
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            RpcMessage message,
            String revision,
            McpSession session)
            throws IOException {
        String baseUrl = PublicUrl.of(request, settings);
        answering.answer(request, response, new Exchange(caller, message, revision, baseUrl, session));
    }
}
