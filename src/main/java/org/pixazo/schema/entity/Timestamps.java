package org.pixazo.schema.entity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Points in time as the database keeps them. */
public final class Timestamps {

    private Timestamps() {}

    /** Now, in whole microseconds, so that what is stored reads back the same. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
