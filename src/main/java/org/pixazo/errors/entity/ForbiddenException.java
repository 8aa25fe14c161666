package org.pixazo.errors.entity;

/** The caller is known but may not do this (403). */
public class ForbiddenException extends PixazoException {

    /** @param detail what happened and what can be done, for the caller */
    public ForbiddenException(String detail) {
        this(detail, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public ForbiddenException(String detail, Throwable cause) {
        super(403, "forbidden", "Not allowed", detail, cause);
    }
}
