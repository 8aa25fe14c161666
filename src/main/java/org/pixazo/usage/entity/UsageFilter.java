package org.pixazo.usage.entity;

import java.time.Instant;

/**
 * Which calls are asked for; null for all.
 *
 * @param userId who called
 * @param channel by which way
 * @param model catalogue id
 * @param keyId with which API key
 * @param from not before
 * @param to before
 */
public record UsageFilter(Long userId, Channel channel, String model, Long keyId, Instant from, Instant to) {

    /** The same calls, but only as far back as this. */
    public UsageFilter since(Instant earliest) {
        return new UsageFilter(userId, channel, model, keyId, earliest, to);
    }
}
