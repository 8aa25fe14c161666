package org.pixazo.errors.entity;

/** What was granted or paid for is used up; trying again does not help before somebody grants or pays more (429). */
public class QuotaExceededException extends PixazoException {

    /** @param detail what happened and what can be done, for the caller */
    public QuotaExceededException(String detail) {
        this(detail, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public QuotaExceededException(String detail, Throwable cause) {
        super(429, "quota-exceeded", "Quota exceeded", detail, cause);
    }
}
