package org.pixazo.prompts.entity;

import jakarta.validation.constraints.NotNull;

/**
 * A prompt made richer.
 *
 * @param prompt the richer one
 * @param original as it was given
 * @param model catalogue id of the text model that did it; {@code offline} for rules
 * @param source {@code model} or {@code rules}
 */
public record Enhancement(
        @NotNull String prompt,
        @NotNull String original,
        @NotNull String model,
        @NotNull String source) {}
