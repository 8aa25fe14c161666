package org.pixazo.mcp.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.web.control.TextFields;
import tools.jackson.databind.node.ObjectNode;

/** Answers requests by the {@link Method} that they name. */
@ApplicationScoped
public class Methods {

    private static final int NOT_FOUND = 404;

    @Inject
    Instance<Method> all;

    @Inject
    ServerInfo server;

    private final Map<String, Method> byName = new HashMap<>();

    @PostConstruct
    void read() {
        all.forEach(method -> byName.put(method.name(), method));
    }

    /** @return the result, or a failed stage; never throws */
    public CompletionStage<ObjectNode> answer(Exchange exchange) {
        try {
            Method method = byName.get(exchange.request().method());
            if (method == null || (exchange.stateless() ? method.withHandshake() : method.withoutHandshake())) {
                throw new RpcException(
                        RpcException.METHOD_NOT_FOUND,
                        NOT_FOUND,
                        "There is no method of this name.",
                        Map.of("method", exchange.request().method()));
            }
            if (!(method instanceof ToolsCall)) {
                checkText(exchange);
            }
            return method.answer(exchange).thenApply(result -> finished(exchange, method, result));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void checkText(Exchange exchange) {
        try {
            TextFields.checked(exchange.request().params());
        } catch (InvalidInputException e) {
            throw RpcException.invalidParams(e.getMessage());
        }
    }

    private ObjectNode finished(Exchange exchange, Method method, Object result) {
        ObjectNode tree = (ObjectNode) McpJson.tree(result);
        if (exchange.stateless()) {
            tree.put("resultType", "complete");
            tree.withObject("_meta").set("io.modelcontextprotocol/serverInfo", McpJson.tree(server.implementation()));
            if (method.cacheable()) {
                // What a person has changes at any time, and nobody is told.
                tree.put("ttlMs", 0).put("cacheScope", "private");
            }
        }
        return tree;
    }
}
