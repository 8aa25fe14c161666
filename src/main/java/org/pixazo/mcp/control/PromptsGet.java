package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.prompts.control.PromptRendering;
import org.pixazo.prompts.control.PromptRepository;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.prompts.entity.PromptTemplate;
import org.pixazo.prompts.entity.PromptVariable;
import tools.jackson.databind.JsonNode;

/** Gives a saved prompt with its variables filled in. */
@ApplicationScoped
public class PromptsGet implements Method {

    private static final PromptRendering.Place NOWHERE = new PromptRendering.Place(ZoneOffset.UTC, "en");

    @Inject
    SavedPrompts saved;

    @Inject
    PromptRepository prompts;

    @Inject
    PromptRendering rendering;

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
        Map<String, Object> values =
                values(template, exchange.request().params().path("arguments"));
        McpSchema.Content text =
                new McpSchema.TextContent(text(exchange.caller().userId(), template, values));
        prompts.use(exchange.caller().userId(), prompt.id());
        return CompletableFuture.completedFuture(new McpSchema.GetPromptResult(
                prompt.title(), List.of(new McpSchema.PromptMessage(McpSchema.Role.USER, text))));
    }

    private String text(long userId, PromptTemplate template, Map<String, Object> values) {
        try {
            return rendering.render(userId, template, values, NOWHERE);
        } catch (InvalidInputException unfit) {
            throw RpcException.invalidParams(unfit.getMessage().replace("values.", "arguments.") + ".");
        }
    }

    private static Map<String, Object> values(PromptTemplate template, JsonNode given) {
        Map<String, Object> values = new HashMap<>();
        for (PromptVariable variable : template.variables()) {
            JsonNode value = given.path(variable.name());
            if (value.isString()) {
                values.put(variable.name(), value.stringValue());
            } else if (variable.defaultValue() == null || !value.isMissingNode()) {
                throw RpcException.invalidParams("arguments must have the string " + variable.name() + ".");
            }
        }
        return values;
    }
}
