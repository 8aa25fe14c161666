package org.pixazo.mcp.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.pixazo.mcp.entity.Change;
import tools.jackson.databind.JsonNode;

/**
 * What a client hears that sent {@code subscriptions/listen}.
 *
 * @param id of that request, by which notifications name their subscription
 * @param prompts whether the list of prompts counts
 * @param resources whether the list of resources counts
 * @param uris of the resources that count
 * @param over gives the answer to the request, when the subscription ends from this side
 */
record Subscription(
        JsonNode id,
        boolean prompts,
        boolean resources,
        Set<String> uris,
        CompletableFuture<Map<String, Object>> over) {

    boolean covers(Change change) {
        if (change.equals(Change.PROMPTS)) {
            return prompts;
        }
        return change.equals(Change.RESOURCES) ? resources : uris.contains(change.uri());
    }

    /** The filter as it holds. */
    Map<String, Object> filter() {
        Map<String, Object> filter = new LinkedHashMap<>();
        if (prompts) {
            filter.put(SubscriptionsListen.PROMPTS, true);
        }
        if (resources) {
            filter.put(SubscriptionsListen.RESOURCES, true);
        }
        if (!uris.isEmpty()) {
            filter.put(SubscriptionsListen.URIS, uris);
        }
        return filter;
    }

    /** Parameters of a message that belongs to it. */
    Map<String, Object> marked(Map<String, Object> params) {
        Map<String, Object> marked = new LinkedHashMap<>(params);
        marked.put("_meta", Map.of("io.modelcontextprotocol/subscriptionId", id));
        return marked;
    }

    /** Ends it with the answer that the client waits for. */
    void end() {
        over.complete(marked(Map.of()));
    }
}
