package org.pixazo.gateway.control;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.gateway.entity.OpenAiError;
import org.pixazo.web.control.Json;
import org.pixazo.web.control.RequestId;

/**
 * An asynchronous request below {@code /v1} and the one answer that it gets. Thread-safe; whoever answers first has
 * answered.
 */
public final class GatewayExchange {

    private static final Logger LOG = Logger.getLogger(GatewayExchange.class.getName());

    /** Small enough for an empty send buffer, so that writing it never waits for the client. */
    private static final int AT_ONCE_BYTES = 16 * 1024;

    private final AsyncContext context;
    private final Optional<SocketChannel> client;
    private final HttpServletResponse response;
    private final String requestId = RequestId.current();
    private boolean answered;

    /** Work that may fail in any way. */
    public interface Work {
        void run() throws IOException;
    }

    /** @param client the connection of the one who waits, where the server shows it */
    public GatewayExchange(AsyncContext context, Optional<SocketChannel> client) {
        this.context = context;
        this.client = client;
        this.response = (HttpServletResponse) context.getResponse();
    }

    /** Does work for the request, under its id; what is thrown becomes its answer. */
    public void guard(Work work) {
        RequestId.run(requestId, () -> {
            try {
                work.run();
            } catch (IOException | RuntimeException e) {
                fail(e);
            }
        });
    }

    /** Answers with a failure, unless there is an answer already. */
    public void fail(Throwable failure) {
        if (!take()) {
            return;
        }
        RequestId.run(requestId, () -> {
            try {
                if (failure instanceof PixazoException ours) {
                    if (ours.status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                        LOG.log(Level.WARNING, ours.getMessage(), ours.getCause());
                    }
                    OpenAiErrors.write(response, ours);
                } else if (failure instanceof IOException clientGone) {
                    LOG.log(Level.FINE, "The client has gone", clientGone);
                } else {
                    LOG.log(Level.SEVERE, "Unexpected failure of a chat completion", failure);
                    OpenAiErrors.write(
                            response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, OpenAiErrors.unexpected());
                }
            } catch (IOException clientGone) {
                LOG.log(Level.FINE, "The client has gone", clientGone);
            }
            context.complete();
        });
    }

    Optional<SocketChannel> client() {
        return client;
    }

    /** Answers with a JSON document. */
    void document(byte[] json, PacedOutput.Progress progress) {
        if (!take()) {
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/json");
        response.setContentLength(json.length);
        try {
            if (json.length <= AT_ONCE_BYTES) {
                response.getOutputStream().write(json);
                context.complete();
                progress.written(json.length);
            } else {
                PacedOutput output = new PacedOutput(context, progress);
                output.open();
                output.write(json, json.length);
                output.end();
            }
        } catch (IOException clientGone) {
            context.complete();
            progress.broken(clientGone);
        }
    }

    /** Answers with a stream of events; null where the request has its answer already. */
    PacedOutput events(PacedOutput.Progress progress) {
        if (!take()) {
            return null;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("Cache-Control", "no-cache");
        // Proxies such as nginx would collect the events otherwise.
        response.setHeader("X-Accel-Buffering", "no");
        try {
            PacedOutput output = new PacedOutput(context, progress);
            output.open();
            return output;
        } catch (IOException clientGone) {
            context.complete();
            progress.broken(clientGone);
            return null;
        }
    }

    /** Sets headers of an answer that has not begun. */
    void headers(Map<String, String> headers) {
        headers.forEach(response::setHeader);
    }

    private synchronized boolean take() {
        boolean first = !answered;
        answered = true;
        return first;
    }

    /** The event that tells a failure in a stream. */
    static byte[] event(PixazoException failure) {
        OpenAiError error = OpenAiErrors.of(failure);
        return ("data: " + Json.write(error) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
