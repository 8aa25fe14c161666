package org.pixazo.search.entity;

import java.util.Locale;

/** What can be found. */
public enum HitKind {
    MESSAGE,
    CHAT,
    PROMPT,
    IMAGE;

    /** The name in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
