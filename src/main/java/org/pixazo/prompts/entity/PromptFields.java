package org.pixazo.prompts.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person says about a saved prompt.
 *
 * @param title 1 to 200 characters
 * @param content 1 to 100000 characters
 * @param tags at most 50 of 1 to 50 characters, or null for none
 * @param workspaceId a workspace of the person, or null
 */
public record PromptFields(
        @NotBlank(message = "must not be blank") @Size(max = 200, message = "must have at most 200 characters")
        String title,

        @NotBlank(message = "must not be blank") @Size(max = 100_000, message = "must have at most 100000 characters")
        String content,

        @Size(max = 50, message = "must have at most 50 tags") @Distinct(message = "must not name a tag twice")
        List<
                        @NotBlank(message = "must not be blank")
                        @Size(max = 50, message = "must have at most 50 characters") String>
                tags,

        Long workspaceId) {

    public PromptFields {
        // Not List.copyOf: an element may be null until the constraints have been looked at.
        tags = tags == null ? List.of() : new ArrayList<>(tags);
    }
}
