package org.pixazo.mcp.boundary;

import jakarta.servlet.AsyncContext;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.control.McpSession;
import org.pixazo.mcp.control.OpenStream;
import org.pixazo.mcp.control.OpenStreams;
import org.pixazo.mcp.control.RpcAnswers;
import org.pixazo.mcp.entity.Change;

/** The stream on which the client of a session listens. */
final class SessionStream implements OpenStream {

    private final McpSession session;
    private final Caller caller;
    private final OpenStreams streams;
    private final Outgoing out;

    SessionStream(AsyncContext context, McpSession session, Caller caller, OpenStreams streams) {
        this.session = session;
        this.caller = caller;
        this.streams = streams;
        this.out = new Outgoing(context, true, () -> this.streams.remove(this));
    }

    void open() {
        out.open();
        session.listen(this);
        streams.add(this);
        if (out.over()) {
            streams.remove(this);
        }
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public void alive() {
        out.alive();
    }

    @Override
    public boolean wants(Change change) {
        return session.wants(change);
    }

    @Override
    public void tell(Change change) {
        out.send(RpcAnswers.notification(change.method(), change.params()));
    }

    @Override
    public void end() {
        out.close();
    }

    @Override
    public boolean endless() {
        return true;
    }
}
