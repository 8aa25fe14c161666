package org.pixazo.usage.entity;

import org.pixazo.errors.entity.PixazoException;
import org.pixazo.providers.entity.TokenUsage;

/**
 * How a call of a model ended.
 *
 * @param status any but {@link CallStatus#RUNNING}
 * @param httpStatus what the caller got; null where no single status says it
 * @param usage tokens; null where nobody counted: then the estimate of the prompt stands, and nothing where the call
 *     failed before its first byte
 * @param images how many pictures were made
 */
public record CallEnd(CallStatus status, Integer httpStatus, TokenUsage usage, int images) {

    public CallEnd {
        if (status == CallStatus.RUNNING) {
            throw new IllegalArgumentException("A call that runs has not ended");
        }
    }

    /** The end of a call of a text model. */
    public CallEnd(CallStatus status, Integer httpStatus, TokenUsage usage) {
        this(status, httpStatus, usage, 0);
    }

    /** A failure, with what was counted until then. */
    public static CallEnd failed(PixazoException failure, TokenUsage usage) {
        return new CallEnd(CallStatus.FAILED, failure.status(), usage);
    }
}
