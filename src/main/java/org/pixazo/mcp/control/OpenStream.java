package org.pixazo.mcp.control;

import org.pixazo.accounts.entity.Caller;

/** A response that stays open. */
public interface OpenStream {

    /** Whose it is. */
    Caller caller();

    /** Lets the client know that the stream lives; may block. */
    void alive();

    /** Ends it. */
    void close();

    /** Whether it waits for nothing that ends by itself. */
    boolean endless();
}
