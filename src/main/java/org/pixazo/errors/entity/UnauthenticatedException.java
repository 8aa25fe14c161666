package org.pixazo.errors.entity;

/** Nobody is logged in, or the credentials given are not valid (401). */
public class UnauthenticatedException extends PixazoException {

    /** @param detail what happened and what can be done, for the caller */
    public UnauthenticatedException(String detail) {
        this(detail, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public UnauthenticatedException(String detail, Throwable cause) {
        super(401, "unauthenticated", "Credentials are needed", detail, cause);
    }
}
