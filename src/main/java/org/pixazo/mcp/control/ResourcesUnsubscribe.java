package org.pixazo.mcp.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Ends what {@link ResourcesSubscribe} began; does nothing where there was no subscription. */
@ApplicationScoped
public class ResourcesUnsubscribe implements Method {

    @Override
    public String name() {
        return "resources/unsubscribe";
    }

    @Override
    public boolean withHandshake() {
        return true;
    }

    @Override
    public CompletionStage<Map<String, Object>> answer(Exchange exchange) {
        exchange.neededSession().unsubscribe(OwnResources.uri(exchange));
        return CompletableFuture.completedFuture(Map.of());
    }
}
