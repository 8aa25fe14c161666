package org.pixazo.chats.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
 * A chat with all that it holds, free of ids: as it stands in a file, and as every known file is read. What most chats do
 * not have is left out of the file where it is not there.
 *
 * @param model catalogue id; null for the workspace's default
 * @param createdAt null for now
 * @param updatedAt null for now
 * @param messages each behind the one that it follows
 * @param images with what made them; null for none
 * @param current index of the tip of the branch that is shown; left out where it is the last message
 * @param systemPrompt null for the workspace's
 * @param temperature null for the model's own
 * @param maxTokens null for the model's own
 * @param tags null for none
 * @param pinned null for no
 * @param archived null for no
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
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer current,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Size(max = 100_000, message = "must have at most 100000 characters")
        String systemPrompt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @DecimalMin(value = "0", message = "must be from 0 to 2")
        @DecimalMax(value = "2", message = "must be from 0 to 2")
        Double temperature,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Min(value = 1, message = "must be from 1 to 1000000")
        @Max(value = 1_000_000, message = "must be from 1 to 1000000")
        Integer maxTokens,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Size(max = 50, message = "must have at most 50 elements")
        List<
                        @NotNull(message = "must not be null") @NotBlank(message = "must not be blank")
                        @Size(max = 100, message = "must have at most 100 characters") String>
                tags,

        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean pinned,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean archived) {

    /** A chat without settings of its own. */
    public ChatContent(
            String name,
            String model,
            Instant createdAt,
            Instant updatedAt,
            List<ExportedMessage> messages,
            List<ExportedImage> images,
            Integer current) {
        this(name, model, createdAt, updatedAt, messages, images, current, null, null, null, null, null, null);
    }

    /** A stored chat with all but its messages, images and tip. */
    public static ChatContent head(Chat chat) {
        return new ChatContent(
                chat.name(),
                chat.model(),
                chat.createdAt(),
                chat.updatedAt(),
                List.of(),
                List.of(),
                null,
                chat.systemPrompt(),
                chat.temperature(),
                chat.maxTokens(),
                chat.tags().isEmpty() ? null : chat.tags(),
                chat.pinned() ? true : null,
                chat.archived() ? true : null);
    }

    /** The same with what it holds. */
    public ChatContent with(List<ExportedMessage> given, List<ExportedImage> pictures, Integer tip) {
        return new ChatContent(
                name,
                model,
                createdAt,
                updatedAt,
                given,
                pictures,
                tip,
                systemPrompt,
                temperature,
                maxTokens,
                tags,
                pinned,
                archived);
    }

    /** The same with other times. */
    public ChatContent at(Instant created, Instant updated) {
        return new ChatContent(
                name,
                model,
                created,
                updated,
                messages,
                images,
                current,
                systemPrompt,
                temperature,
                maxTokens,
                tags,
                pinned,
                archived);
    }

    /** The same with marks by which people sort their chats. */
    public ChatContent sorted(List<String> given, boolean pin, boolean archive) {
        return new ChatContent(
                name,
                model,
                createdAt,
                updatedAt,
                messages,
                images,
                current,
                systemPrompt,
                temperature,
                maxTokens,
                given.isEmpty() ? null : given,
                pin ? true : null,
                archive ? true : null);
    }

    /** What a person could say about the chat. */
    public ChatFields fields() {
        return new ChatFields(name, model, systemPrompt, temperature, maxTokens, tags, pinned, archived, false);
    }

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
        return head(chat).with(exported, images, tip == null || tip == exported.size() - 1 ? null : tip);
    }

    /** Index of the tip of the branch that is shown, -1 where there is no message. */
    public int tip() {
        return current == null ? messages.size() - 1 : current;
    }
}
