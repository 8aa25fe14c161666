package org.pixazo.chats.control;

import java.util.List;
import org.pixazo.chats.entity.ChatContent;

/**
 * A chat of a file.
 *
 * @param content fit to be stored
 * @param sourceId what names it in the file; null where nothing does
 * @param faults what could not be read, or had to be mended, in words for people
 */
record ReadChat(ChatContent content, String sourceId, List<String> faults) {

    /** Of a chat that is read as it stands. */
    static ReadChat whole(ChatContent content, String sourceId) {
        return new ReadChat(content, sourceId, List.of());
    }
}
