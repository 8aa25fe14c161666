package org.pixazo.mcp.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.mcp.entity.RpcException;
import tools.jackson.databind.JsonNode;

/**
 * Tells of changes until the client hangs up. Lists of tools are not among them: they follow the models and styles that
 * can be used at the moment.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/subscriptions">Subscriptions</a>
 */
@ApplicationScoped
public class SubscriptionsListen implements Method {

    public static final String NAME = "subscriptions/listen";

    static final String PROMPTS = "promptsListChanged";
    static final String RESOURCES = "resourcesListChanged";
    static final String URIS = "resourceSubscriptions";

    private static final int MOST_OF_A_USER = 20;
    private static final int TOO_MANY = 429;

    @Inject
    OpenStreams streams;

    @Inject
    OwnResources resources;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean withoutHandshake() {
        return true;
    }

    @Override
    public CompletionStage<Map<String, Object>> answer(Exchange exchange) {
        if (streams.endless(exchange.caller().userId()) >= MOST_OF_A_USER) {
            throw new RpcException(
                    RpcException.REFUSED, TOO_MANY, "A user may listen " + MOST_OF_A_USER + " times at once.", null);
        }
        JsonNode filter = exchange.request().params().path("notifications");
        Subscription subscription = new Subscription(
                exchange.request().id(),
                filter.path(PROMPTS).asBoolean(false),
                filter.path(RESOURCES).asBoolean(false),
                uris(exchange, filter.path(URIS)),
                new CompletableFuture<>());
        exchange.subscribe(subscription);
        exchange.whenCancelled(subscription::end);
        return subscription.over();
    }

    private Set<String> uris(Exchange exchange, JsonNode wanted) {
        if (wanted.size() > McpSession.MOST_SUBSCRIPTIONS) {
            throw RpcException.invalidParams(
                    URIS + " must have at most " + McpSession.MOST_SUBSCRIPTIONS + " addresses.");
        }
        Set<String> uris = new LinkedHashSet<>();
        for (JsonNode uri : wanted) {
            String text = uri.stringValue("");
            if (resources.has(exchange.caller().userId(), text)) {
                uris.add(text);
            }
        }
        return uris;
    }
}
