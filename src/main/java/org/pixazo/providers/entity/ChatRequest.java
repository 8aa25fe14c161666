package org.pixazo.providers.entity;

import java.util.List;

/**
 * A question to a language model.
 *
 * @param routes upstreams in the order in which they are asked until one begins to answer; empty for {@code offline}
 * @param turns the conversation so far, oldest first, the question last
 */
public record ChatRequest(List<TextRoute> routes, List<ChatTurn> turns) {

    public ChatRequest {
        routes = List.copyOf(routes);
        turns = List.copyOf(turns);
    }
}
