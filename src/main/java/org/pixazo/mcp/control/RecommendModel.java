package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.concurrent.CompletionStage;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.prompts.control.Advice;
import org.pixazo.prompts.entity.ModelAdvice;
import org.pixazo.usage.entity.Channel;
import tools.jackson.databind.node.ObjectNode;

/** Advises on the image model. */
@ApplicationScoped
public class RecommendModel implements Tool {

    private static final int LONGEST_PROMPT = 10_000;

    @Inject
    Arguments arguments;

    @Inject
    Advice advice;

    /** For which picture. */
    public record PictureToModel(
            @NotBlank(message = "must not be blank")
            @Size(max = LONGEST_PROMPT, message = "must have at most 10000 characters")
            String prompt,

            String style) {}

    @Override
    public String name() {
        return "recommend_model";
    }

    @Override
    public McpSchema.Tool describe(Caller caller) {
        return McpSchema.Tool.builder(
                        name(),
                        Schema.object()
                                .must("prompt", Schema.text("What the picture shall show.", LONGEST_PROMPT))
                                .may("style", Schema.choice("The look that it shall have.", arguments.styleIds(caller)))
                                .build())
                .title("Recommend a model")
                .description("Says which image model fits a prompt best, why, and which others would do.")
                .outputSchema(Schema.ofRecord(ModelAdvice.class))
                .annotations(ToolKind.ASKS.annotations("Recommend a model"))
                .build();
    }

    @Override
    public CompletionStage<McpSchema.CallToolResult> call(Exchange exchange, ObjectNode given) {
        PictureToModel wanted = arguments.read(given, PictureToModel.class);
        arguments.checkStyle(exchange.caller(), wanted.style());
        return advice.model(exchange.caller(), Channel.MCP, wanted.prompt(), wanted.style())
                .thenApply(ToolResults::of);
    }
}
