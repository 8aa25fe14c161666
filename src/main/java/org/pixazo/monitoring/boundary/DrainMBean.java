package org.pixazo.monitoring.boundary;

/** What a launcher calls before it stops the server. */
public interface DrainMBean {

    /** Ends streams, gives jobs back, refuses new ones; returns when done. */
    void drain();
}
