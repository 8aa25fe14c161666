package org.pixazo.providers.entity;

import java.util.Locale;

/** How a text upstream is spoken to. */
public enum TextProtocol {
    /** OpenAI's chat completions, which nearly every server speaks. */
    OPENAI,
    /** {@code POST /ask} of the Grok-Api wrapper: one question, one whole answer. */
    ASK;

    /** The word in settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static TextProtocol of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
