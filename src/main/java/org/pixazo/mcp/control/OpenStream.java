package org.pixazo.mcp.control;

import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.entity.Change;

/** A response that stays open. */
public interface OpenStream {

    /** Whose it is. */
    Caller caller();

    /** Lets the client know that the stream lives, and finds out whether the client does; may block. */
    void alive();

    /** Whether the client wants to hear of a change. */
    boolean wants(Change change);

    /** Tells of a change; may block. */
    void tell(Change change);

    /** Ends it from this side. */
    void end();

    /** Whether it waits for nothing that ends by itself. */
    boolean endless();
}
