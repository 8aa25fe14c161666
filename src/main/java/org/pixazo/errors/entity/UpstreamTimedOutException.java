package org.pixazo.errors.entity;

/** An AI service did not answer in time (504). */
public class UpstreamTimedOutException extends PixazoException {

    /** @param detail what happened and what can be done, for the caller */
    public UpstreamTimedOutException(String detail) {
        this(detail, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public UpstreamTimedOutException(String detail, Throwable cause) {
        super(504, "upstream-timed-out", "The upstream timed out", detail, cause);
    }
}
