package org.pixazo.usage.entity;

import java.util.Locale;

/** What a call asks for. */
public enum CallKind {
    TEXT,
    IMAGE;

    /** The name in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
