package org.pixazo.prompts.entity;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * Which image model fits a prompt.
 *
 * @param model catalogue id, usable by the caller
 * @param reason one sentence for people
 * @param alternatives other catalogue ids that the caller can use, the best first
 * @param source {@code model} or {@code rules}
 */
public record ModelAdvice(
        @NotNull String model,
        @NotNull String reason,
        List<String> alternatives,
        @NotNull String source) {

    public ModelAdvice {
        alternatives = List.copyOf(alternatives);
    }
}
