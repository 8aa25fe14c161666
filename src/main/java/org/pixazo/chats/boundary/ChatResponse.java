package org.pixazo.chats.boundary;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.pixazo.chats.entity.Chat;

/** A chat as clients see it; {@code current_message_id} is the tip of the branch that is shown. */
public record ChatResponse(
        long id,
        long workspaceId,
        @NotNull String name,
        String model,
        String systemPrompt,
        Double temperature,
        Integer maxTokens,
        @NotNull List<String> tags,
        boolean pinned,
        boolean archived,
        boolean autoTitle,
        Long currentMessageId,
        @NotNull Instant createdAt,
        @NotNull Instant updatedAt) {

    static ChatResponse of(Chat chat) {
        return new ChatResponse(
                chat.id(),
                chat.workspaceId(),
                chat.name(),
                chat.model(),
                chat.systemPrompt(),
                chat.temperature(),
                chat.maxTokens(),
                chat.tags(),
                chat.pinned(),
                chat.archived(),
                chat.autoTitle(),
                chat.currentMessageId(),
                chat.createdAt(),
                chat.updatedAt());
    }
}
