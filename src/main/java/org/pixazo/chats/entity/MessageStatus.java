package org.pixazo.chats.entity;

import java.util.Locale;

/** How far a message has come. All but {@link #STREAMING} are final. */
public enum MessageStatus {
    /** The answer is still coming. */
    STREAMING,
    /** It is whole. */
    COMPLETE,
    /** The reader ended it. */
    STOPPED,
    /** The model failed; what came before stays. */
    FAILED,
    /** The server ended in its middle. */
    INTERRUPTED;

    /** The name in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MessageStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
