package org.pixazo.errors.entity;

/** The body is larger than this endpoint takes (413). */
public class TooLargeException extends PixazoException {

    /** @param detail what happened and what can be done, for the caller */
    public TooLargeException(String detail) {
        this(detail, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public TooLargeException(String detail, Throwable cause) {
        super(413, "too-large", "Too large", detail, cause);
    }
}
