package org.pixazo.chats.entity;

import java.util.Locale;

/** Who speaks. */
public enum MessageRole {
    USER,
    ASSISTANT,
    SYSTEM;

    /** The name in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a name in JSON. */
    public static MessageRole of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
