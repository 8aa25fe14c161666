package org.pixazo.providers.entity;

import org.pixazo.errors.entity.UnavailableException;

/** The upstream's own rate limit is reached. */
public class UpstreamBusyException extends UnavailableException {

    /**
     * @param detail what happened and what can be done, for the caller
     * @param retryAfterSeconds whole seconds until the next try can succeed; 0 where the upstream does not say
     */
    public UpstreamBusyException(String detail, long retryAfterSeconds) {
        super(detail, retryAfterSeconds, null);
    }
}
