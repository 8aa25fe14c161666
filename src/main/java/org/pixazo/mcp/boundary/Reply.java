package org.pixazo.mcp.boundary;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.control.Exchange;
import org.pixazo.mcp.control.McpJson;
import org.pixazo.mcp.control.OpenStream;
import org.pixazo.mcp.control.OpenStreams;
import org.pixazo.mcp.control.RpcAnswers;
import org.pixazo.mcp.control.SubscriptionsListen;
import tools.jackson.databind.JsonNode;

/**
 * A response that comes later or never ends: a stream of events where the client takes one, otherwise one JSON document.
 * No thread waits for it.
 */
final class Reply implements OpenStream, Exchange.Outlet, AsyncListener {

    private static final Logger LOG = Logger.getLogger(Reply.class.getName());

    private final AsyncContext context;
    private final Caller caller;
    private final Exchange exchange;
    private final OpenStreams streams;
    private final boolean events;
    private boolean over;

    /**
     * @param exchange what is answered; null for a stream without end
     * @param events whether the client takes a stream
     */
    Reply(AsyncContext context, Caller caller, Exchange exchange, OpenStreams streams, boolean events) {
        this.context = context;
        this.caller = caller;
        this.exchange = exchange;
        this.streams = streams;
        this.events = events;
    }

    /** Begins the stream, so that the client knows that it was heard. */
    synchronized void open() {
        context.setTimeout(0);
        context.addListener(this);
        streams.add(this);
        if (events) {
            response().setContentType("text/event-stream;charset=UTF-8");
            response().setHeader("Cache-Control", "no-cache");
            response().setHeader("X-Accel-Buffering", "no");
            write(": \n\n");
        }
    }

    @Override
    public void notify(String method, Map<String, Object> params) {
        if (events) {
            write(event(RpcAnswers.notification(method, params)));
        }
    }

    @Override
    public void promptsChanged() {
        if (exchange == null) {
            notify(SubscriptionsListen.PROMPTS_CHANGED, Map.of());
        } else if (exchange.listening()) {
            notify(SubscriptionsListen.PROMPTS_CHANGED, SubscriptionsListen.params(exchange));
        }
    }

    @Override
    public void alive() {
        if (events) {
            write(": still working\n\n");
        }
    }

    /** Gives the answer and ends. */
    synchronized void finish(JsonNode message) {
        if (events) {
            write(event(message));
        } else if (!over) {
            response().setContentType("application/json");
            write(new String(McpJson.bytes(message), StandardCharsets.UTF_8));
        }
        close();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        streams.remove(this);
        context.complete();
        cancelUnlessAnswered();
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public boolean endless() {
        return exchange == null || exchange.request().is(SubscriptionsListen.NAME);
    }

    @Override
    public void onError(AsyncEvent event) {
        gone();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        gone();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    private synchronized void write(String text) {
        if (over) {
            return;
        }
        try {
            response().getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            response().flushBuffer();
        } catch (IOException clientGone) {
            LOG.log(Level.FINE, "The client of a stream is gone", clientGone);
            close();
        }
    }

    private void gone() {
        synchronized (this) {
            over = true;
        }
        streams.remove(this);
        cancelUnlessAnswered();
    }

    /** Where requests stand for themselves, to hang up is to cancel; older clients may come back and say so if they do. */
    private void cancelUnlessAnswered() {
        if (exchange != null && exchange.stateless()) {
            exchange.cancel();
        }
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) context.getResponse();
    }

    private static String event(JsonNode message) {
        return "event: message\ndata: " + new String(McpJson.bytes(message), StandardCharsets.UTF_8) + "\n\n";
    }
}
