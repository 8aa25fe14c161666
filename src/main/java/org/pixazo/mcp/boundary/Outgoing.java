package org.pixazo.mcp.boundary;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.mcp.control.McpJson;
import tools.jackson.databind.JsonNode;

/**
 * The bytes of a response that comes later or never ends: a stream of events where the client takes one, otherwise one
 * JSON document. No thread waits for it. Thread-safe.
 */
final class Outgoing implements AsyncListener {

    private static final Logger LOG = Logger.getLogger(Outgoing.class.getName());

    private final AsyncContext context;
    private final boolean events;
    private final Runnable onClosed;
    private boolean over;

    /**
     * @param events whether the client takes a stream
     * @param onClosed is run once, when the response has ended or the client is gone
     */
    Outgoing(AsyncContext context, boolean events, Runnable onClosed) {
        this.context = context;
        this.events = events;
        this.onClosed = onClosed;
    }

    /** Begins the stream, so that the client knows that it was heard. */
    void open() {
        context.setTimeout(0);
        context.addListener(this);
        if (events) {
            response().setContentType("text/event-stream;charset=UTF-8");
            response().setHeader("Cache-Control", "no-cache");
            response().setHeader("X-Accel-Buffering", "no");
            write(": \n\n");
        } else {
            response().setContentType("application/json");
        }
    }

    /** Whether the response has ended or the client is gone. */
    synchronized boolean over() {
        return over;
    }

    boolean events() {
        return events;
    }

    void send(JsonNode message) {
        String json = new String(McpJson.bytes(message), StandardCharsets.UTF_8);
        write(events ? "event: message\ndata: " + json + "\n\n" : json);
    }

    /** Says something without a meaning, by which this side learns whether the client is still there. */
    void alive() {
        write(events ? ": still working\n\n" : " ");
    }

    void close() {
        if (end()) {
            context.complete();
            onClosed.run();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        onComplete(event);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (end()) {
            onClosed.run();
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    private synchronized boolean end() {
        boolean first = !over;
        over = true;
        return first;
    }

    private void write(String text) {
        if (!written(text.getBytes(StandardCharsets.UTF_8))) {
            close();
        }
    }

    private synchronized boolean written(byte[] bytes) {
        if (over) {
            return true;
        }
        try {
            response().getOutputStream().write(bytes);
            response().flushBuffer();
            return true;
        } catch (IOException clientGone) {
            LOG.log(Level.FINE, "The client of a stream is gone", clientGone);
            return false;
        }
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) context.getResponse();
    }
}
