package org.pixazo.prompts.entity;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * A prompt made richer.
 *
 * @param prompt the richer one
 * @param original as it was given
 * @param model catalogue id of the text model that did it; {@code offline} for rules
 * @param source {@code model} or {@code rules}
 * @param variants all that were made, {@code prompt} being the first; fewer than were wished for where no more differ
 */
public record Enhancement(
        @NotNull String prompt,
        @NotNull String original,
        @NotNull String model,
        @NotNull String source,
        List<String> variants) {

    public Enhancement {
        variants = List.copyOf(variants);
    }

    /** @param variants at least one */
    public static Enhancement of(List<String> variants, String original, String model, String source) {
        return new Enhancement(variants.get(0), original, model, source, variants);
    }
}
