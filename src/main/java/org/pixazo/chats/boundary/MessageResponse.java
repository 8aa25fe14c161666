package org.pixazo.chats.boundary;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.pixazo.chats.entity.Message;
import org.pixazo.providers.entity.TokenUsage;

/**
 * A message as clients see it; {@code left_out} tells of an answer how many of the oldest messages the model was not sent,
 * because they did not fit.
 */
public record MessageResponse(
        long id,
        long chatId,
        Long parentId,
        @NotNull String role,
        @NotNull String content,
        String model,
        @NotNull String status,
        String error,
        String finishReason,
        Usage usage,
        Integer leftOut,
        Instant editedAt,
        @NotNull Instant createdAt,
        @NotNull Instant updatedAt) {

    /** Tokens of the call; {@code estimated} where the upstream gave no figures. */
    public record Usage(long promptTokens, long completionTokens, long totalTokens, boolean estimated) {

        private static Usage of(TokenUsage usage) {
            return usage == null
                    ? null
                    : new Usage(
                            usage.promptTokens(),
                            usage.completionTokens(),
                            usage.promptTokens() + usage.completionTokens(),
                            usage.estimated());
        }
    }

    static MessageResponse of(Message message) {
        return of(message, message.content());
    }

    /** The message with the text that has come meanwhile. */
    static MessageResponse of(Message message, String content) {
        return new MessageResponse(
                message.id(),
                message.chatId(),
                message.parentId(),
                message.role().word(),
                content,
                message.model(),
                message.status().word(),
                message.error(),
                message.finishReason(),
                Usage.of(message.usage()),
                message.leftOut(),
                message.editedAt(),
                message.createdAt(),
                message.updatedAt());
    }
}
