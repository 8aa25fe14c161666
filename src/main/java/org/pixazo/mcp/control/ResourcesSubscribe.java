package org.pixazo.mcp.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.mcp.entity.RpcException;

/** Has the stream of a session tell of changes of one resource. */
@ApplicationScoped
public class ResourcesSubscribe implements Method {

    @Inject
    OwnResources resources;

    @Override
    public String name() {
        return "resources/subscribe";
    }

    @Override
    public boolean withHandshake() {
        return true;
    }

    @Override
    public CompletionStage<Map<String, Object>> answer(Exchange exchange) {
        McpSession session = exchange.neededSession();
        String uri = OwnResources.uri(exchange);
        if (!resources.has(exchange.caller().userId(), uri)) {
            throw OwnResources.absent(exchange, uri, "Only what resources/list shows can be subscribed to.");
        }
        if (!session.subscribe(uri)) {
            throw RpcException.invalidRequest(
                    "A session may subscribe to " + McpSession.MOST_SUBSCRIPTIONS + " resources at once.");
        }
        return CompletableFuture.completedFuture(Map.of());
    }
}
