package org.pixazo.providers.control;

/** An answer under way that is passed on as it is. Thread-safe. */
public interface PassThrough {

    /** So many bytes of pieces are dealt with; the upstream is held back while too many are not. */
    void taken(int bytes);

    /** Ends the call upstream, at once and for good; harmless when it has ended. */
    void cancel();
}
