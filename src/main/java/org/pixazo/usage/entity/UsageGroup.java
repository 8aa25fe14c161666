package org.pixazo.usage.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what calls are summed up. */
public enum UsageGroup {
    /** Days in UTC. */
    DAY,
    MODEL,
    USER,
    KEY,
    CHANNEL;

    /** The name in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The group of a name in JSON. */
    public static Optional<UsageGroup> of(String word) {
        return Stream.of(values()).filter(group -> group.word().equals(word)).findFirst();
    }
}
