package org.pixazo.mcp.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Shows that the server is there. */
@ApplicationScoped
public class Ping implements Method {

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public boolean withHandshake() {
        return true;
    }

    @Override
    public CompletionStage<Map<String, Object>> answer(Exchange exchange) {
        return CompletableFuture.completedFuture(Map.of());
    }
}
