package org.pixazo.errors.entity;

/** The thing is absent or not the caller's to see; the two are never told apart (404). */
public class NotFoundException extends PixazoException {

    /** @param detail what happened and what can be done, for the caller */
    public NotFoundException(String detail) {
        this(detail, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public NotFoundException(String detail, Throwable cause) {
        super(404, "not-found", "Not found", detail, cause);
    }
}
