package org.pixazo.prompts.entity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A library as a file.
 *
 * @param format always {@link #FORMAT}
 * @param version always {@link #VERSION}
 * @param exportedAt null where somebody wrote the file by hand
 * @param prompts oldest first
 */
public record PromptFile(
        String format,
        Integer version,
        Instant exportedAt,
        @NotNull(message = "must be an array") List<@NotNull(message = "must be an object") @Valid Item> prompts) {

    public static final String FORMAT = "pixazo.prompts";
    public static final int VERSION = 1;

    /**
     * One prompt.
     *
     * @param tags null for none
     * @param createdAt null for now
     */
    public record Item(
            @NotBlank(message = "must not be blank") @Size(max = 200, message = "must have at most 200 characters")
            String title,

            @NotBlank(message = "must not be blank")
            @Size(max = 100_000, message = "must have at most 100000 characters")
            String content,

            @Size(max = 50, message = "must have at most 50 tags") @Distinct(message = "must not name a tag twice")
            List<
                            @NotBlank(message = "must not be blank")
                            @Size(max = 50, message = "must have at most 50 characters") String>
                    tags,

            Instant createdAt) {

        public Item {
            tags = tags == null ? List.of() : new ArrayList<>(tags);
        }

        public static Item of(Prompt prompt) {
            return new Item(prompt.title(), prompt.content(), prompt.tags(), prompt.createdAt());
        }

        public PromptFields fields() {
            return PromptFields.of(title, content, tags);
        }
    }

    /** The file of some prompts. */
    public static PromptFile of(List<Prompt> prompts, Instant now) {
        return new PromptFile(
                FORMAT, VERSION, now, prompts.stream().map(Item::of).toList());
    }
}
