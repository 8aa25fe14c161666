package org.pixazo.chats.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.PathStep;
import org.pixazo.providers.control.TokenEstimate;

/**
 * Which messages of a branch a model is sent: as many of the newest as fit into its window beside the answer, the system's
 * words in any case, and the last one even where it alone is too long.
 *
 * @param window tokens; what is known of the model, or what is assumed
 * @param known whether the window is known
 * @param sent ids, oldest first
 * @param leftOut how many were left out
 * @param tokens estimate of what is sent
 */
public record ContextPlan(int window, boolean known, List<Long> sent, int leftOut, long tokens) {

    /** Assumed where nothing is known: small enough for most models that are served today. */
    private static final int ASSUMED_WINDOW = 75_000;

    private static final int USUAL_ANSWER = 4_096;
    private static final int PART_FOR_ANSWER = 4;
    private static final int FRAME = 4;

    /**
     * @param path oldest first
     * @param systemCharacters length of what is sent before all
     * @param moreCharacters length of what is sent behind all
     * @param window of the model; empty where it is not known
     * @param maxTokens the most that the answer may have; null for the model's own
     */
    static ContextPlan of(
            List<PathStep> path, long systemCharacters, long moreCharacters, OptionalInt window, Integer maxTokens) {
        int size = window.orElse(ASSUMED_WINDOW);
        long answer = Math.min(maxTokens == null ? USUAL_ANSWER : maxTokens, size / PART_FOR_ANSWER);
        long tokens = cost(systemCharacters) + cost(moreCharacters);
        for (PathStep step : path) {
            if (step.role() == MessageRole.SYSTEM) {
                tokens += cost(step.characters());
            }
        }
        List<Long> sent = new ArrayList<>();
        int leftOut = 0;
        boolean full = false;
        boolean last = true;
        for (int i = path.size() - 1; i >= 0; i--) {
            PathStep step = path.get(i);
            if (step.characters() == 0) {
                continue;
            }
            if (step.role() == MessageRole.SYSTEM) {
                sent.add(step.id());
                continue;
            }
            full |= !last && tokens + cost(step.characters()) > size - answer;
            last = false;
            if (full) {
                leftOut++;
            } else {
                tokens += cost(step.characters());
                sent.add(step.id());
            }
        }
        Collections.reverse(sent);
        return new ContextPlan(size, window.isPresent(), sent, leftOut, tokens);
    }

    private static long cost(long characters) {
        return characters == 0 ? 0 : FRAME + TokenEstimate.tokens(characters);
    }
}
