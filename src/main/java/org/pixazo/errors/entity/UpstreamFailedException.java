package org.pixazo.errors.entity;

/** An AI service answered with an error, or with something that is no answer (502). */
public class UpstreamFailedException extends PixazoException {

    /** @param detail what happened and what can be done, for the caller */
    public UpstreamFailedException(String detail) {
        this(detail, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public UpstreamFailedException(String detail, Throwable cause) {
        super(502, "upstream-failed", "The upstream failed", detail, cause);
    }
}
