package org.pixazo.search.entity;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Something that was found.
 *
 * @param type {@code message}, {@code chat}, {@code prompt} or {@code image}
 * @param id of the thing itself
 * @param workspaceId where it is; null for a prompt or an image outside of all
 * @param chatId of a message's or an image's chat, or of the chat itself; null otherwise
 * @param title name of the chat, title of the prompt, or the beginning of the image's prompt
 * @param snippet the part of the text where the first word stands
 */
public record Hit(
        @NotNull String type,
        long id,
        Long workspaceId,
        Long chatId,
        @NotNull String title,
        @NotNull String snippet,
        @NotNull Instant createdAt) {}
