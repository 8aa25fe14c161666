package org.pixazo.usage.control;

import java.time.Instant;
import org.pixazo.usage.entity.CallStatus;

/**
 * A call as a row of {@code usage} at one moment.
 *
 * @param id of the row; null before it is written
 * @param dropped whether there shall be no row
 */
record CallLine(
        Long id,
        long userId,
        Long keyId,
        Long jobId,
        String channel,
        String kind,
        String model,
        String provider,
        long promptTokens,
        long completionTokens,
        boolean tokensEstimated,
        int images,
        Long cost,
        Long firstTokenMillis,
        Long totalMillis,
        CallStatus status,
        Integer httpStatus,
        String requestId,
        Instant createdAt,
        boolean dropped) {}
