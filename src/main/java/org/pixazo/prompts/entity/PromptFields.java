package org.pixazo.prompts.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a person says about a saved prompt.
 *
 * @param title 1 to 200 characters
 * @param content 1 to 100000 characters
 * @param tags at most 50 of 1 to 50 characters, or null for none
 * @param workspaceId a workspace of the person, or null
 * @param description what it is for, at most 2000 characters, or null
 * @param favourite null for false
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

        Long workspaceId,

        @Size(max = 2_000, message = "must have at most 2000 characters")
        String description,

        Boolean favourite) {

    public PromptFields {
        // Not List.copyOf: an element may be null until the constraints have been looked at.
        tags = tags == null ? List.of() : new ArrayList<>(tags);
        description = description == null || description.isBlank() ? null : description.strip();
        favourite = favourite != null && favourite;
    }

    /** A prompt that belongs to no workspace. */
    public static PromptFields of(String title, String content, List<String> tags) {
        return new PromptFields(title, content, tags, null, null, null);
    }

    /** Whether only the place and the mark as a favourite may differ, which versions do not keep. */
    boolean saysTheSameAs(PromptFields other) {
        return title.strip().equals(other.title.strip())
                && content.equals(other.content)
                && stripped(tags).equals(stripped(other.tags))
                && Objects.equals(description, other.description);
    }

    private static List<String> stripped(List<String> words) {
        return words.stream().map(String::strip).toList();
    }
}
