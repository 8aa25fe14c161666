package org.pixazo.prompts.entity;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * Which styles fit a prompt.
 *
 * @param styles the best first, at least one
 * @param source {@code model} or {@code rules}
 */
public record StyleAdvice(List<Suggestion> styles, @NotNull String source) {

    /**
     * One style.
     *
     * @param id of the style
     * @param reason one sentence for people
     */
    public record Suggestion(@NotNull String id, @NotNull String reason) {}

    public StyleAdvice {
        styles = List.copyOf(styles);
    }
}
