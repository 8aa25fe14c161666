package org.pixazo.providers.entity;

import java.util.List;

/**
 * A question to a language model.
 *
 * @param routes upstreams in the order in which they are asked until one begins to answer; empty for {@code offline}
 * @param turns the conversation so far, oldest first, the question last
 * @param options how the model shall answer
 */
public record ChatRequest(List<TextRoute> routes, List<ChatTurn> turns, ChatOptions options) {

    /** A question that leaves everything else to the model. */
    public ChatRequest(List<TextRoute> routes, List<ChatTurn> turns) {
        this(routes, turns, ChatOptions.NONE);
    }

    public ChatRequest {
        routes = List.copyOf(routes);
        turns = List.copyOf(turns);
    }
}
