package org.pixazo.search.entity;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;

/**
 * Something that was found.
 *
 * @param type {@code message}, {@code chat}, {@code prompt} or {@code image}
 * @param id of the thing itself
 * @param workspaceId where it is; null for a prompt or an image outside of all
 * @param chatId of a message's or an image's chat, or of the chat itself; null otherwise
 * @param title name of the chat, title of the prompt, or the beginning of the image's prompt
 * @param snippet the part of the text where most of the words stand
 * @param marks where in the snippet they stand, in its order; a word cut off with the rest of the text has none
 */
public record Hit(
        @NotNull String type,
        long id,
        Long workspaceId,
        Long chatId,
        @NotNull String title,
        @NotNull String snippet,
        @NotNull List<Mark> marks,
        @NotNull Instant createdAt) {}
