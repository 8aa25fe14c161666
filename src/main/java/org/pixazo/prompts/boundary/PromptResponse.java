package org.pixazo.prompts.boundary;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pixazo.prompts.control.Duplicates;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.prompts.entity.PromptTemplate;
import org.pixazo.prompts.entity.PromptVariable;

/**
 * A saved prompt as clients see it.
 *
 * @param variables what a person fills in when the prompt is used
 * @param systemVariables names of the variables in it that fill themselves
 * @param version number of its newest version
 * @param duplicates ids of other prompts that have the same content but for case and white space
 */
public record PromptResponse(
        long id,
        Long workspaceId,
        @NotNull String title,
        @NotNull String content,
        List<String> tags,
        String description,
        boolean favourite,
        List<PromptVariable> variables,
        List<String> systemVariables,
        long version,
        long uses,
        Instant usedAt,
        List<Long> duplicates,
        @NotNull Instant createdAt,
        @NotNull Instant updatedAt) {

    /** @param sameContent ids of prompts by the key of their content */
    static PromptResponse of(Prompt prompt, Map<String, List<Long>> sameContent) {
        PromptTemplate template = new PromptTemplate(prompt.content());
        return new PromptResponse(
                prompt.id(),
                prompt.workspaceId(),
                prompt.title(),
                prompt.content(),
                prompt.tags(),
                prompt.description(),
                prompt.favourite(),
                template.variables(),
                template.systemVariables(),
                prompt.saved(),
                prompt.uses(),
                prompt.usedAt(),
                Duplicates.others(prompt, sameContent),
                prompt.createdAt(),
                prompt.updatedAt());
    }
}
