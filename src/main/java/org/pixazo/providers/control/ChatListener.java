package org.pixazo.providers.control;

import org.pixazo.errors.entity.PixazoException;
import org.pixazo.providers.entity.ChatCompletion;

/**
 * Hears one answer as it comes. The calls come one after the other, possibly from different threads: any number of
 * deltas, then exactly one of {@link #onComplete} and {@link #onError}; after {@link ChatCall#cancel()} none need come.
 * Implementations return quickly and do not throw.
 */
public interface ChatListener {

    /**
     * An upstream begins to answer; comes at most once and before everything else, and not from {@code offline}.
     *
     * @param upstream its name in the settings, such as {@code grok}
     */
    default void onAnswering(String upstream) {
        // Most listeners don't mind who answers.
    }

    /** @param content the next piece of text, never empty */
    void onDelta(String content);

    /** The answer is whole. */
    void onComplete(ChatCompletion completion);

    /** The answer ends here; what came before stays valid. */
    void onError(PixazoException error);
}
