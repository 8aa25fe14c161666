package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.concurrent.CompletionStage;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.models.entity.ModelKind;
import org.pixazo.prompts.control.PromptEnhancement;
import org.pixazo.prompts.entity.Enhancement;
import org.pixazo.usage.entity.Channel;
import tools.jackson.databind.node.ObjectNode;

/** Makes a prompt richer. */
@ApplicationScoped
public class EnhancePrompt implements Tool {

    private static final int LONGEST_PROMPT = 10_000;

    @Inject
    Arguments arguments;

    @Inject
    PromptEnhancement enhancement;

    /** What to make richer, and how. */
    public record PromptToEnhance(
            @NotBlank(message = "must not be blank")
            @Size(max = LONGEST_PROMPT, message = "must have at most 10000 characters")
            String prompt,

            @Size(max = 200, message = "must have at most 200 characters")
            String model,

            String style) {}

    @Override
    public String name() {
        return "enhance_prompt";
    }

    @Override
    public McpSchema.Tool describe(Caller caller) {
        return McpSchema.Tool.builder(
                        name(),
                        Schema.object()
                                .must("prompt", Schema.text("The idea in plain words.", LONGEST_PROMPT))
                                .may(
                                        "model",
                                        Schema.choice(
                                                "Text model that does it; left out, the person's default.",
                                                arguments.models(caller, ModelKind.TEXT)))
                                .may("style", Schema.choice("The look that is wanted.", arguments.styleIds(caller)))
                                .build())
                .title("Enhance a prompt")
                .description("Turns an idea into a rich prompt for generate_image.")
                .outputSchema(Schema.ofRecord(Enhancement.class))
                .annotations(ToolKind.ASKS.annotations("Enhance a prompt"))
                .build();
    }

    @Override
    public CompletionStage<McpSchema.CallToolResult> call(Exchange exchange, ObjectNode given) {
        PromptToEnhance wanted = arguments.read(given, PromptToEnhance.class);
        arguments.checkStyle(exchange.caller(), wanted.style());
        return enhancement
                .enhance(exchange.caller(), Channel.MCP, wanted.prompt(), wanted.model(), wanted.style())
                .thenApply(ToolResults::of);
    }
}
