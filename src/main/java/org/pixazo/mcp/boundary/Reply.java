package org.pixazo.mcp.boundary;

import jakarta.servlet.AsyncContext;
import java.util.Map;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.control.Exchange;
import org.pixazo.mcp.control.OpenStream;
import org.pixazo.mcp.control.OpenStreams;
import org.pixazo.mcp.control.RpcAnswers;
import org.pixazo.mcp.entity.Change;
import tools.jackson.databind.JsonNode;

/** The answer to a request that takes its time, with notifications before it. */
final class Reply implements OpenStream, Exchange.Outlet {

    private final Exchange exchange;
    private final OpenStreams streams;
    private final Outgoing out;

    /** @param events whether the client takes a stream */
    Reply(AsyncContext context, Exchange exchange, OpenStreams streams, boolean events) {
        this.exchange = exchange;
        this.streams = streams;
        this.out = new Outgoing(context, events, this::closed);
    }

    void open() {
        out.open();
        exchange.connect(this);
        streams.add(this);
        if (out.over()) {
            streams.remove(this);
        }
    }

    /** Gives the answer and ends. */
    void finish(JsonNode message) {
        out.send(message);
        out.close();
    }

    /** Ends without an answer. */
    void close() {
        out.close();
    }

    @Override
    public void notify(String method, Map<String, Object> params) {
        if (out.events()) {
            out.send(RpcAnswers.notification(method, params));
        }
    }

    @Override
    public Caller caller() {
        return exchange.caller();
    }

    @Override
    public void alive() {
        out.alive();
    }

    @Override
    public boolean wants(Change change) {
        return exchange.wants(change);
    }

    @Override
    public void tell(Change change) {
        exchange.tell(change);
    }

    @Override
    public void end() {
        if (exchange.listening()) {
            exchange.endListening();
        } else {
            out.close();
        }
    }

    @Override
    public boolean endless() {
        return exchange.listening();
    }

    /** Where requests stand for themselves, to hang up is to cancel; older clients say so if they do. */
    private void closed() {
        streams.remove(this);
        if (exchange.stateless()) {
            exchange.cancel();
        }
    }
}
