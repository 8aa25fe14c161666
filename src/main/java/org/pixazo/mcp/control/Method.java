package org.pixazo.mcp.control;

import java.util.concurrent.CompletionStage;

/** A method of the protocol. */
public interface Method {

    /** Its name on the wire. */
    String name();

    /**
     * @return the result, a type of the SDK or a map
     * @throws org.pixazo.errors.entity.PixazoException where the request cannot be answered
     */
    CompletionStage<?> answer(Exchange exchange);

    /** Whether only those revisions have it that begin with a handshake. */
    default boolean withHandshake() {
        return false;
    }

    /** Whether only the revision has it that knows no handshake. */
    default boolean withoutHandshake() {
        return false;
    }

    /** Whether clients may keep the answer for a while. */
    default boolean cacheable() {
        return false;
    }
}
