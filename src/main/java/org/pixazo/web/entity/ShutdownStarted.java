package org.pixazo.web.entity;

/**
 * The server stops. Fired once, while connections and the database still work: end streams, give running jobs back.
 * Observers are called one after the other and the stop waits for them, some seconds at most; one that throws keeps the
 * others from being called.
 */
public record ShutdownStarted() {}
