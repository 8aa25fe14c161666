package org.pixazo.gateway.control;

import org.pixazo.errors.entity.PixazoException;

/** An answer under way to a client, as {@link OpenRelays} sees it. Thread-safe. */
interface Relay {

    /** Ends the answer with a failure now, since the server stops. */
    void interrupt(PixazoException reason);

    /** Writes something that says nothing, where the answer has been silent for long. */
    void beat();

    /** Ends the answer and the upstream's work, since the client has gone. */
    void hungUp();
}
