package org.pixazo.providers.control;

import java.util.List;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.providers.entity.TokenUsage;

/**
 * Counts tokens where nobody else does. Tokenisers average about four characters a token in English text, and every
 * message costs about four tokens more for its frame (figures of OpenAI's cookbook); good enough for a usage chart, and
 * always marked as estimated.
 */
public final class TokenEstimate {

    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int TOKENS_PER_TURN = 4;

    private TokenEstimate() {}

    /** @param answerCharacters length of the answer */
    public static TokenUsage of(List<ChatTurn> turns, long answerCharacters) {
        long prompt = turns.stream()
                .mapToLong(turn -> TOKENS_PER_TURN + tokens(turn.content().length()))
                .sum();
        return new TokenUsage(prompt, tokens(answerCharacters), true);
    }

    /** Tokens of a text of so many characters. */
    public static long tokens(long characters) {
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }
}
