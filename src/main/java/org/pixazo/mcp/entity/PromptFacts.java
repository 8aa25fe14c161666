package org.pixazo.mcp.entity;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.prompts.entity.PromptTemplate;
import org.pixazo.prompts.entity.PromptVariable;

/**
 * A saved prompt as tools tell of it.
 *
 * @param variables names between double braces in the content, which are filled in when it is used
 */
public record PromptFacts(
        long id,
        @NotNull String title,
        @NotNull String content,
        List<String> tags,
        List<String> variables,
        Long workspaceId,
        @NotNull Instant createdAt) {

    public static PromptFacts of(Prompt prompt) {
        return new PromptFacts(
                prompt.id(),
                prompt.title(),
                prompt.content(),
                prompt.tags(),
                new PromptTemplate(prompt.content())
                        .variables().stream().map(PromptVariable::name).toList(),
                prompt.workspaceId(),
                prompt.createdAt());
    }
}
