package org.pixazo.mcp.control;

import org.pixazo.accounts.entity.Caller;

/** A response that stays open. */
public interface OpenStream {

    /** Whose it is. */
    Caller caller();

    /** Lets the client know that the stream lives; may block. */
    void alive();

    /** Lets the client know that its prompts are not what they were, where it wants to know; may block. */
    void promptsChanged();

    /** Ends it. */
    void close();

    /** Whether it waits for nothing that ends by itself. */
    boolean endless();
}
