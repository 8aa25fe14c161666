package org.pixazo.usage.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pixazo.accounts.entity.Caller;

/** The way by which a call came. */
public enum Channel {
    /** The console. */
    WEB,
    /** Pixazo's own API with a key. */
    API,
    /** The OpenAI-compatible API. */
    V1,
    MCP,
    TELEGRAM;

    /** The name in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of a name in JSON. */
    public static Optional<Channel> of(String word) {
        return Stream.of(values())
                .filter(channel -> channel.word().equals(word))
                .findFirst();
    }

    /** The channel of a request to {@code /api}: the console where a session makes it. */
    public static Channel ofApi(Caller caller) {
        return caller.bySession() ? WEB : API;
    }
}
