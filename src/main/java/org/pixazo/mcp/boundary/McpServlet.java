package org.pixazo.mcp.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.control.Exchange;
import org.pixazo.mcp.control.Initialize;
import org.pixazo.mcp.control.McpAccess;
import org.pixazo.mcp.control.McpErrorFormat;
import org.pixazo.mcp.control.McpJson;
import org.pixazo.mcp.control.McpSession;
import org.pixazo.mcp.control.McpSessions;
import org.pixazo.mcp.control.Methods;
import org.pixazo.mcp.control.OpenStreams;
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
import org.pixazo.web.control.RequestId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Streamable HTTP: {@code POST} takes a message, {@code GET} listens, {@code DELETE} ends a session. Clients may begin
 * with {@code initialize} and keep the session, keep none, or follow the revision that knows no sessions.
 */
@WebServlet(urlPatterns = "/mcp", asyncSupported = true)
public class McpServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String SESSION = "Mcp-Session-Id";
    private static final String EVENTS = "text/event-stream";
    private static final String JSON = "application/json";
    private static final int LARGEST_BODY = 4 << 20;

    @Inject
    transient Settings settings;

    @Inject
    transient McpSessions sessions;

    @Inject
    transient Methods methods;

    @Inject
    transient OpenStreams streams;

    @Resource(lookup = "java:app/concurrent/work")
    transient ManagedExecutorService executor;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            McpAccess.checkOrigin(request, settings.baseUrl());
            Caller caller = McpAccess.caller(request);
            switch (request.getMethod()) {
                case "POST" -> post(request, response, caller);
                case "GET" -> listen(request, response, caller);
                case "DELETE" -> end(request, response, caller);
                default -> notAllowed(response, "GET, POST, DELETE");
            }
        } catch (RuntimeException e) {
            McpErrorFormat.write(response, e);
        }
    }

    private void post(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        if (!isJson(request.getContentType())) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        if (!takes(request, JSON) && !takes(request, EVENTS)) {
            response.sendError(HttpServletResponse.SC_NOT_ACCEPTABLE);
            return;
        }
        RpcMessage message = RpcReader.read(new LimitedBody(request.getInputStream(), LARGEST_BODY).readAllBytes());
        try {
            accept(request, response, caller, message);
        } catch (RpcException e) {
            response.setStatus(e.status());
            write(response, RpcAnswers.error(message.id(), e));
        }
    }

    private void accept(HttpServletRequest request, HttpServletResponse response, Caller caller, RpcMessage message)
            throws IOException {
        if (message.is(SubscriptionsListen.NAME) && !takes(request, EVENTS)) {
            response.sendError(HttpServletResponse.SC_NOT_ACCEPTABLE);
            return;
        }
        boolean stateless = StatelessHeaders.meant(request, message);
        if (stateless && message.isRequest()) {
            StatelessHeaders.check(request, message);
        }
        McpSession session = stateless || message.is(Initialize.NAME) ? null : session(request, caller);
        if (!message.isRequest()) {
            if (session != null && message.is("notifications/cancelled")) {
                session.cancel(message.params().path("requestId"));
            }
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            return;
        }
        if (message.is(Initialize.NAME) && !stateless) {
            session = sessions.open(caller, Initialize.revision(message));
            response.setHeader(SESSION, session.id());
        }
        String revision = stateless ? Revision.STATELESS : revision(request, session);
        answer(request, response, new Exchange(caller, message, revision, PublicUrl.of(request, settings)), session);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exchange exchange, McpSession session)
            throws IOException {
        if (session != null) {
            session.begin(exchange);
        }
        CompletableFuture<ObjectNode> answer = methods.answer(exchange).toCompletableFuture();
        if (answer.isDone() && takes(request, JSON)) {
            answer.whenComplete((result, failure) -> ended(exchange, session));
            direct(response, exchange, answer);
            return;
        }
        Reply reply = new Reply(
                request.startAsync(request, response), exchange.caller(), exchange, streams, takes(request, EVENTS));
        reply.open();
        exchange.connect(reply);
        String requestId = RequestId.current();
        answer.whenCompleteAsync(
                (result, failure) -> RequestId.run(requestId, () -> {
                    ended(exchange, session);
                    if (exchange.cancelled()) {
                        // The protocol wants no answer to a request that was cancelled.
                        reply.close();
                    } else {
                        reply.finish(message(exchange, result, failure));
                    }
                }),
                executor);
    }

    private static void direct(HttpServletResponse response, Exchange exchange, CompletableFuture<ObjectNode> answer)
            throws IOException {
        Throwable failure = answer.handle((result, thrown) -> thrown).join();
        if (failure == null) {
            write(response, message(exchange, answer.join(), null));
            return;
        }
        RpcException told = RpcAnswers.failure(failure);
        // Before there was a revision without handshake, an error was an answer like any other.
        if (exchange.stateless() || told.rpcCode() == RpcException.INTERNAL_ERROR) {
            response.setStatus(told.status());
        }
        write(response, RpcAnswers.error(exchange.request().id(), told));
    }

    private static JsonNode message(Exchange exchange, ObjectNode result, Throwable failure) {
        JsonNode id = exchange.request().id();
        return failure == null ? RpcAnswers.result(id, result) : RpcAnswers.error(id, RpcAnswers.failure(failure));
    }

    private static void ended(Exchange exchange, McpSession session) {
        exchange.answered();
        if (session != null) {
            session.end(exchange);
        }
    }

    private void listen(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        if (!takes(request, EVENTS)) {
            response.sendError(HttpServletResponse.SC_NOT_ACCEPTABLE);
            return;
        }
        McpSession session = session(request, caller);
        if (session == null) {
            notAllowed(response, "POST");
            return;
        }
        Reply stream = new Reply(request.startAsync(request, response), caller, null, streams, true);
        stream.open();
        session.listen(stream);
    }

    private void end(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        McpSession session = session(request, caller);
        if (session == null) {
            notAllowed(response, "POST");
            return;
        }
        sessions.end(session);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Null where the client keeps none. */
    private McpSession session(HttpServletRequest request, Caller caller) {
        String id = request.getHeader(SESSION);
        return id == null
                ? null
                : sessions.find(caller, id)
                        .orElseThrow(() -> new RpcException(
                                RpcException.REFUSED,
                                HttpServletResponse.SC_NOT_FOUND,
                                "This session has ended. Begin a new one with initialize.",
                                null));
    }

    private static String revision(HttpServletRequest request, McpSession session) {
        String said = request.getHeader(StatelessHeaders.VERSION);
        if (said != null && !Revision.known(said)) {
            throw StatelessHeaders.unsupported(said);
        }
        return session == null ? said : session.revision();
    }

    private static void notAllowed(HttpServletResponse response, String allowed) throws IOException {
        response.setHeader("Allow", allowed);
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private static boolean isJson(String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
    }

    /** A client that does not say what it takes, takes anything. */
    private static boolean takes(HttpServletRequest request, String type) {
        String accept = request.getHeader("Accept");
        String family = type.substring(0, type.indexOf('/')) + "/*";
        return accept == null || accept.contains(type) || accept.contains("*/*") || accept.contains(family);
    }

    private static void write(HttpServletResponse response, JsonNode message) throws IOException {
        byte[] bytes = McpJson.bytes(message);
        response.setContentType(JSON);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
