package org.pixazo.schema.entity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.pixazo.errors.entity.InvalidInputException;

/** Points in time as the database keeps them. */
public final class Timestamps {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Timestamps() {}

    /** Now, in whole microseconds, so that what is stored reads back the same. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * A time from outside, in whole microseconds.
     *
     * @param field that it stands in
     * @param given null for {@code otherwise}
     * @throws InvalidInputException where the year has not four digits
     */
    public static Instant kept(String field, Instant given, Instant otherwise) {
        if (given == null) {
            return otherwise;
        }
        if (given.isBefore(FIRST) || given.isAfter(LAST)) {
            throw new InvalidInputException(field, "must be a time of the years 1 to 9999");
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }
}
