package org.pixazo.prompts.boundary;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.pixazo.prompts.entity.PromptVersion;

/**
 * What a prompt was after one save.
 *
 * @param number counts from 1
 */
public record PromptVersionResponse(
        long number,
        @NotNull String title,
        @NotNull String content,
        List<String> tags,
        String description,
        @NotNull Instant createdAt) {

    static PromptVersionResponse of(PromptVersion version) {
        return new PromptVersionResponse(
                version.number(),
                version.title(),
                version.content(),
                version.tags(),
                version.description(),
                version.createdAt());
    }
}
