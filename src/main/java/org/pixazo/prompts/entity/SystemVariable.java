package org.pixazo.prompts.entity;

import java.util.Arrays;

/** Variables of prompts that fill themselves; the names are Open WebUI's. */
public enum SystemVariable {
    /** As in {@code 2026-11-24}. */
    CURRENT_DATE,
    /** As in {@code 2026-11-24 10:41:37}. */
    CURRENT_DATETIME,
    /** As in {@code 10:41:37}. */
    CURRENT_TIME,
    /** As in {@code Europe/Berlin}. */
    CURRENT_TIMEZONE,
    /** As in {@code Tuesday}. */
    CURRENT_WEEKDAY,
    USER_NAME,
    /** Empty where the user has none. */
    USER_EMAIL,
    /** As in {@code en-GB}. */
    USER_LANGUAGE,
    /** What the user copied last; only the client knows. */
    CLIPBOARD;

    static boolean isName(String name) {
        return Arrays.stream(values()).anyMatch(variable -> variable.name().equals(name));
    }
}
