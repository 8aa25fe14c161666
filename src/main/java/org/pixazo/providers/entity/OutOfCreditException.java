package org.pixazo.providers.entity;

import org.pixazo.errors.entity.UnavailableException;

/** The upstream wants money before it answers again. */
public class OutOfCreditException extends UnavailableException {

    /** @param detail what happened and what can be done, for the caller */
    public OutOfCreditException(String detail) {
        super(detail);
    }
}
