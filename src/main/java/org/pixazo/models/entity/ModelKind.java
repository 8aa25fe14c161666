package org.pixazo.models.entity;

import java.util.Locale;

/** What a model makes. */
public enum ModelKind {
    TEXT,
    IMAGE;

    /** The name in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
