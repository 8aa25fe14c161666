package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.concurrent.CompletionStage;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.prompts.control.Advice;
import org.pixazo.prompts.entity.StyleAdvice;
import org.pixazo.usage.entity.Channel;
import tools.jackson.databind.node.ObjectNode;

/** Advises on styles. */
@ApplicationScoped
public class SuggestStyles implements Tool {

    private static final int LONGEST_PROMPT = 10_000;

    @Inject
    Arguments arguments;

    @Inject
    Advice advice;

    /** For which picture. */
    public record PictureToStyle(
            @NotBlank(message = "must not be blank")
            @Size(max = LONGEST_PROMPT, message = "must have at most 10000 characters")
            String prompt) {}

    @Override
    public String name() {
        return "suggest_styles";
    }

    @Override
    public McpSchema.Tool describe(Caller caller) {
        return McpSchema.Tool.builder(
                        name(),
                        Schema.object()
                                .must("prompt", Schema.text("What the picture shall show.", LONGEST_PROMPT))
                                .build())
                .title("Suggest styles")
                .description(
                        "Says which looks fit a prompt, the best first. Their ids are the style of generate_image.")
                .outputSchema(Schema.ofRecord(StyleAdvice.class))
                .annotations(ToolKind.ASKS.annotations("Suggest styles"))
                .build();
    }

    @Override
    public CompletionStage<McpSchema.CallToolResult> call(Exchange exchange, ObjectNode given) {
        PictureToStyle wanted = arguments.read(given, PictureToStyle.class);
        return advice.styles(exchange.caller(), Channel.MCP, wanted.prompt()).thenApply(ToolResults::of);
    }
}
