package org.pixazo.web.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.pixazo.errors.entity.InvalidInputException;

/** Reads query parameters; null stays null, and what cannot be read is an {@link InvalidInputException} by its name. */
public final class QueryValues {

    private QueryValues() {}

    public static Long id(String field, String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new InvalidInputException(field, "must be an id");
        }
        return Long.valueOf(text);
    }

    /** A whole number from 1 to 999999. */
    public static Integer count(String field, String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new InvalidInputException(field, "must be a whole number from 1 to 999999");
        }
        return Integer.valueOf(text);
    }

    public static Boolean truth(String field, String text) {
        if (text == null) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidInputException(field, "must be true or false");
        }
        return Boolean.valueOf(text);
    }

    /**
     * An RFC 3339 time, or a date, which is a whole day in UTC.
     *
     * @param days how many days behind the begin of a date its time is
     */
    public static Instant time(String field, String text, int days) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == "2026-11-24".length()
                    ? LocalDate.parse(text).plusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            throw new InvalidInputException(
                    field, "must be an RFC 3339 time such as 2026-11-24T10:41:37Z, or a date such as 2026-11-24");
        }
    }
}
