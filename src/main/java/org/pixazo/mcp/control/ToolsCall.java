package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.web.control.Draining;
import org.pixazo.web.control.TextFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Has a tool do its work. What it cannot do is an answer for the model, not an error of the protocol. */
@ApplicationScoped
public class ToolsCall implements Method {

    @Inject
    Instance<Tool> tools;

    @Inject
    Draining draining;

    private final Map<String, Tool> byName = new HashMap<>();

    @PostConstruct
    void read() {
        tools.forEach(tool -> byName.put(tool.name(), tool));
    }

    @Override
    public String name() {
        return "tools/call";
    }

    @Override
    public CompletionStage<McpSchema.CallToolResult> answer(Exchange exchange) {
        JsonNode params = exchange.request().params();
        Tool tool = byName.get(params.path("name").stringValue(""));
        if (tool == null) {
            throw RpcException.invalidParams("name must be one of tools/list.");
        }
        return call(tool, exchange, arguments(params.get("arguments")))
                .exceptionally(ToolResults::failure)
                .thenApply(result -> exchange.takesLinks() ? result : ToolResults.withoutLinks(result));
    }

    private CompletionStage<McpSchema.CallToolResult> call(Tool tool, Exchange exchange, ObjectNode arguments) {
        try {
            draining.refuseNewWork();
            TextFields.checked(arguments);
            return tool.call(exchange, arguments);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static ObjectNode arguments(JsonNode given) {
        if (given == null || given.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (given instanceof ObjectNode object) {
            return object;
        }
        throw RpcException.invalidParams("arguments must be an object.");
    }
}
