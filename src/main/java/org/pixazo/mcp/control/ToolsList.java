package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Describes all tools, in the order of their names. */
@ApplicationScoped
public class ToolsList implements Method {

    @Inject
    Instance<Tool> tools;

    @Override
    public String name() {
        return "tools/list";
    }

    @Override
    public boolean cacheable() {
        return true;
    }

    @Override
    public CompletionStage<McpSchema.ListToolsResult> answer(Exchange exchange) {
        List<McpSchema.Tool> described = tools.stream()
                .sorted(Comparator.comparing(Tool::name))
                .map(tool -> tool.describe(exchange.caller()))
                .toList();
        return CompletableFuture.completedFuture(
                McpSchema.ListToolsResult.builder(described).build());
    }
}
