package org.pixazo.chats.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A chat with all that it holds, free of ids: as it stands in a file, and as every known file is read.
 *
 * @param model catalogue id; null for the workspace's default
 * @param createdAt null for now
 * @param updatedAt null for now
 * @param messages each behind the one that it follows
 * @param images with what made them; null for none
 * @param current index of the tip of the branch that is shown; left out where it is the last message
 */
public record ChatContent(
        @NotBlank(message = "must not be blank") @Size(max = 200, message = "must have at most 200 characters")
        String name,

        @Size(max = 200, message = "must have at most 200 characters")
        String model,

        Instant createdAt,
        Instant updatedAt,

        @NotNull(message = "must be an array")
        List<@NotNull(message = "must be an object") @Valid ExportedMessage> messages,

        List<@NotNull(message = "must be an object") ExportedImage> images,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer current) {

    /**
     * The content of a stored chat.
     *
     * @param messages oldest first
     * @param text the text of a message, which for one that is still coming is not in its row
     */
    public static ChatContent of(
            Chat chat, List<Message> messages, Function<Message, String> text, List<ExportedImage> images) {
        Map<Long, Integer> indexes = new HashMap<>();
        List<ExportedMessage> exported = new ArrayList<>();
        for (Message message : messages) {
            int index = exported.size();
            indexes.put(message.id(), index);
            int parent = message.parentId() == null ? -1 : indexes.getOrDefault(message.parentId(), -1);
            // In the file it will come no further.
            MessageStatus status =
                    message.status() == MessageStatus.STREAMING ? MessageStatus.INTERRUPTED : message.status();
            exported.add(ExportedMessage.of(
                    message.role(), text.apply(message), message.model(), status, message.createdAt(), index, parent));
        }
        Integer tip = chat.currentMessageId() == null ? null : indexes.get(chat.currentMessageId());
        return new ChatContent(
                chat.name(),
                chat.model(),
                chat.createdAt(),
                chat.updatedAt(),
                exported,
                images,
                tip == null || tip == exported.size() - 1 ? null : tip);
    }

    /** Index of the tip of the branch that is shown, -1 where there is no message. */
    public int tip() {
        return current == null ? messages.size() - 1 : current;
    }
}
