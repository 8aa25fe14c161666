package org.pixazo.usage.entity;

import java.util.Locale;

/** How far a call has come. All but {@link #RUNNING} are final. */
public enum CallStatus {
    /** Reserved, and not settled yet. */
    RUNNING,
    /** Answered to the end. */
    COMPLETE,
    /** Ended at the caller's wish. */
    STOPPED,
    /** The caller hung up. */
    ABORTED,
    /** The model or its provider failed. */
    FAILED,
    /** The server ended in its middle. */
    INTERRUPTED;

    /** The name in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
