package org.pixazo.mcp.control;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.schema.entity.Timestamps;
import tools.jackson.databind.JsonNode;

/** What is remembered between the requests of a client that began with {@code initialize}. */
public final class McpSession {

    private final String id;
    private final Caller owner;
    private final String revision;
    private final Map<JsonNode, Exchange> running = new ConcurrentHashMap<>();
    private final AtomicReference<OpenStream> listening = new AtomicReference<>();

    private volatile Instant usedAt = Timestamps.now();

    McpSession(String id, Caller owner, String revision) {
        this.id = id;
        this.owner = owner;
        this.revision = revision;
    }

    /** Unguessable. */
    public String id() {
        return id;
    }

    Caller owner() {
        return owner;
    }

    /** The revision of the protocol on which both sides agreed. */
    public String revision() {
        return revision;
    }

    Instant usedAt() {
        return usedAt;
    }

    void used() {
        usedAt = Timestamps.now();
    }

    /** Remembers a request until it is answered. */
    public void begin(Exchange exchange) {
        running.put(exchange.request().id(), exchange);
    }

    public void end(Exchange exchange) {
        running.remove(exchange.request().id(), exchange);
    }

    /** Cancels a request; does nothing where it is answered. */
    public void cancel(JsonNode requestId) {
        Exchange exchange = running.get(requestId);
        if (exchange != null) {
            exchange.cancel();
        }
    }

    /** Takes the stream on which the client listens; an earlier one ends. */
    public void listen(OpenStream stream) {
        end(listening.getAndSet(stream));
    }

    void close() {
        end(listening.getAndSet(null));
    }

    private static void end(OpenStream stream) {
        if (stream != null) {
            stream.close();
        }
    }
}
