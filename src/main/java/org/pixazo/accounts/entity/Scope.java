package org.pixazo.accounts.entity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an API key opens. A session opens everything that its user may do. */
public enum Scope {
    CHAT,
    IMAGES,
    PROMPTS,
    WORKSPACES,
    MCP,
    ADMIN;

    /** What a key opens for which no scope is named: all but {@link #ADMIN}. */
    public static Set<Scope> defaults() {
        return EnumSet.complementOf(EnumSet.of(ADMIN));
    }

    /** The name in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of a name in JSON. */
    public static Optional<Scope> of(String word) {
        return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }
}
