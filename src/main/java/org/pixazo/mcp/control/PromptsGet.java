package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.mcp.entity.PromptTemplate;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.prompts.entity.Prompt;
import tools.jackson.databind.JsonNode;

/** Gives a saved prompt with its variables filled in. */
@ApplicationScoped
public class PromptsGet implements Method {

    @Inject
    SavedPrompts saved;

    @Override
    public String name() {
        return "prompts/get";
    }

    @Override
    public CompletionStage<McpSchema.GetPromptResult> answer(Exchange exchange) {
        String name = exchange.request().params().path("name").stringValue(null);
        if (name == null) {
            throw RpcException.invalidParams("name must be a string.");
        }
        Prompt prompt = saved.named(exchange.caller().userId(), name);
        PromptTemplate template = new PromptTemplate(prompt.content());
        Map<String, String> values =
                values(template, exchange.request().params().path("arguments"));
        McpSchema.Content text = new McpSchema.TextContent(template.fill(values));
        return CompletableFuture.completedFuture(new McpSchema.GetPromptResult(
                prompt.title(), List.of(new McpSchema.PromptMessage(McpSchema.Role.USER, text))));
    }

    private static Map<String, String> values(PromptTemplate template, JsonNode given) {
        Map<String, String> values = new HashMap<>();
        for (String variable : template.variables()) {
            JsonNode value = given.path(variable);
            if (!value.isString()) {
                throw RpcException.invalidParams("arguments must have the string " + variable + ".");
            }
            values.put(variable, value.stringValue());
        }
        return values;
    }
}
