package org.pixazo.providers.entity;

import java.util.List;

/**
 * A question to a language model.
 *
 * @param model the name that the upstream knows
 * @param turns the conversation so far, oldest first, the question last
 * @param access where to ask
 */
public record ChatRequest(String model, List<ChatTurn> turns, UpstreamAccess access) {

    public ChatRequest {
        turns = List.copyOf(turns);
    }
}
