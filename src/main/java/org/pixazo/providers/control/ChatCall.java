package org.pixazo.providers.control;

/** An answer under way. */
public interface ChatCall {

    /** Ends the call upstream, at once and for good; harmless when it has ended. */
    void cancel();
}
