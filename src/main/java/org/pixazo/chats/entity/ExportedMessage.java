package org.pixazo.chats.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A message in a file.
 *
 * @param role {@code user}, {@code assistant} or {@code system}
 * @param content plain text or Markdown
 * @param model catalogue id of the model that answered; null for people
 * @param status null for complete
 * @param createdAt null for now
 * @param parent index of the message that this one follows, -1 for none; left out where it follows the one before it
 */
public record ExportedMessage(
        @NotNull(message = "is needed")
        @Pattern(regexp = "user|assistant|system", message = "must be user, assistant or system")
        String role,

        @NotNull(message = "is needed") String content,

        @Size(max = 200, message = "must have at most 200 characters")
        String model,

        @Pattern(
                regexp = "streaming|complete|stopped|failed|interrupted",
                message = "must be complete, stopped, failed or interrupted")
        String status,

        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer parent) {

    /** @param parent index, -1 for none */
    public static ExportedMessage of(
            MessageRole role,
            String content,
            String model,
            MessageStatus status,
            Instant createdAt,
            int index,
            int parent) {
        return new ExportedMessage(
                role.word(), content, model, status.word(), createdAt, parent == index - 1 ? null : parent);
    }

    /**
     * Index of the message that this one follows, -1 for none.
     *
     * @param index its own
     */
    public int parentOf(int index) {
        return parent == null ? index - 1 : parent;
    }
}
