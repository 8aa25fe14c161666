package org.pixazo.prompts.boundary;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.pixazo.prompts.entity.Prompt;

/** A saved prompt as clients see it. */
public record PromptResponse(
        long id,
        Long workspaceId,
        @NotNull String title,
        @NotNull String content,
        List<String> tags,
        @NotNull Instant createdAt,
        @NotNull Instant updatedAt) {

    static PromptResponse of(Prompt prompt) {
        return new PromptResponse(
                prompt.id(),
                prompt.workspaceId(),
                prompt.title(),
                prompt.content(),
                prompt.tags(),
                prompt.createdAt(),
                prompt.updatedAt());
    }
}
