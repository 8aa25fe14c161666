package org.pixazo.chats.entity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * A chat as a file.
 *
 * @param format always {@link #FORMAT}
 * @param version always {@link #VERSION}
 * @param exportedAt null where somebody wrote the file by hand
 */
public record ChatFile(
        String format,
        Integer version,
        Instant exportedAt,
        @NotNull(message = "must be an object") @Valid ChatContent chat) {

    public static final String FORMAT = "pixazo.chat";
    public static final int VERSION = 1;

    public static ChatFile of(ChatContent chat, Instant now) {
        return new ChatFile(FORMAT, VERSION, now, chat);
    }
}
