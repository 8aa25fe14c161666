package org.pixazo.chats.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A chat as a file.
 *
 * @param format always {@link #FORMAT}
 * @param version always {@link #VERSION}
 * @param exportedAt null where somebody wrote the file by hand
 * @param sourceId names the chat, so that it does not come in twice; only in files of many chats
 */
public record ChatFile(
        String format,
        Integer version,
        Instant exportedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Size(max = 300, message = "must have at most 300 characters")
        String sourceId,

        @NotNull(message = "must be an object") @Valid ChatContent chat) {

    public static final String FORMAT = "pixazo.chat";
    public static final int VERSION = 1;

    public static ChatFile of(ChatContent chat, Instant now) {
        return new ChatFile(FORMAT, VERSION, now, null, chat);
    }
}
