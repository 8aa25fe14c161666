package org.pixazo.mcp.control;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.entity.Change;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.schema.entity.Timestamps;
import tools.jackson.databind.JsonNode;

/** What is remembered between the requests of a client that began with {@code initialize}. */
public final class McpSession {

    static final int MOST_SUBSCRIPTIONS = 200;

    private final String id;
    private final Caller owner;
    private final String revision;
    private final Set<String> subscriptions = ConcurrentHashMap.newKeySet();
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

    /**
     * Remembers a request until it is answered.
     *
     * @throws RpcException where another one with its id is not yet answered
     */
    void begin(Exchange exchange) {
        if (running.putIfAbsent(exchange.request().id(), exchange) != null) {
            throw RpcException.invalidRequest("id must differ from those of the requests that are not yet answered.");
        }
    }

    void end(Exchange exchange) {
        running.remove(exchange.request().id(), exchange);
    }

    /** Cancels a request; does nothing where it is answered. */
    public void cancel(JsonNode requestId) {
        Exchange exchange = running.get(requestId);
        if (exchange != null) {
            exchange.cancel();
        }
    }

    /** @return false where there are too many */
    boolean subscribe(String uri) {
        return subscriptions.contains(uri) || subscriptions.size() < MOST_SUBSCRIPTIONS && subscriptions.add(uri);
    }

    void unsubscribe(String uri) {
        subscriptions.remove(uri);
    }

    /** Whether the client of this session wants to hear of a change: of all lists, and of what it subscribed to. */
    public boolean wants(Change change) {
        return change.uri() == null || subscriptions.contains(change.uri());
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
            stream.end();
        }
    }
}
