package org.pixazo.chats.control;

import java.time.Instant;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.MessageStatus;

/**
 * A node of another product's tree of messages.
 *
 * @param id as the file names it
 * @param parent id of the node that it hangs on; null, or of no node at all, for none
 * @param text blank for a node that only holds the tree together
 * @param model null where it is not said
 * @param createdAt null where it is not said
 */
record ForeignMessage(
        String id,
        String parent,
        MessageRole role,
        String text,
        String model,
        MessageStatus status,
        Instant createdAt) {

    boolean visible() {
        return !text.isBlank();
    }
}
