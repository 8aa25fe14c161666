package org.pixazo.providers.control;

import org.pixazo.providers.entity.ChatRequest;

/** A service that answers chats. No thread waits while it thinks. */
public interface ChatProvider {

    /**
     * Asks, and returns at once. Retries what is safe to retry before the first byte of an answer; afterwards nothing
     * is asked twice.
     *
     * @return the call, for ending it early
     */
    ChatCall stream(ChatRequest request, ChatListener listener);
}
