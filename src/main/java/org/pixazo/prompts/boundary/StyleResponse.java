package org.pixazo.prompts.boundary;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.pixazo.prompts.entity.OwnStyle;
import org.pixazo.prompts.entity.Style;

/**
 * A style as clients see it.
 *
 * @param id name in requests, such as {@code anime} or {@code own-7}
 * @param prompt template, with <code>{prompt}</code> where the person's own words go; without it, words that follow them
 * @param builtIn whether it belongs to the product and cannot be changed
 * @param workspaceId with which it is shared
 * @param createdAt null for one of the product
 * @param updatedAt null for one of the product
 */
public record StyleResponse(
        @NotNull String id,
        @NotNull String name,
        @NotNull String category,
        @NotNull String description,
        @NotNull String prompt,
        @NotNull String negativePrompt,
        String suggestedModel,
        List<String> suits,
        boolean builtIn,
        Long workspaceId,
        Instant createdAt,
        Instant updatedAt) {

    static StyleResponse of(Style style) {
        return of(style, true, null, null, null);
    }

    static StyleResponse of(OwnStyle own) {
        return of(own.style(), false, own.workspaceId(), own.createdAt(), own.updatedAt());
    }

    private static StyleResponse of(
            Style style, boolean builtIn, Long workspaceId, Instant createdAt, Instant updatedAt) {
        return new StyleResponse(
                style.id(),
                style.name(),
                style.category(),
                style.description(),
                style.prompt(),
                style.negativePrompt(),
                style.suggestedModel(),
                style.suits(),
                builtIn,
                workspaceId,
                createdAt,
                updatedAt);
    }
}
