package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.entity.PromptFacts;
import org.pixazo.prompts.control.PromptRepository;
import org.pixazo.prompts.entity.PromptFields;
import tools.jackson.databind.node.ObjectNode;

/** Puts a prompt into the library. */
@ApplicationScoped
public class SavePrompt implements Tool {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_CONTENT = 100_000;
    private static final int MOST_TAGS = 50;

    @Inject
    Arguments arguments;

    @Inject
    PromptRepository prompts;

    @Override
    public String name() {
        return "save_prompt";
    }

    @Override
    public McpSchema.Tool describe(Caller caller) {
        return McpSchema.Tool.builder(
                        name(),
                        Schema.object()
                                .must("title", Schema.text("By which it is found again.", LONGEST_TITLE))
                                .must(
                                        "content",
                                        Schema.text(
                                                "The prompt. Names in double braces, as in {{subject}}, are filled in"
                                                        + " when it is used.",
                                                LONGEST_CONTENT))
                                .may("tags", Schema.texts("Words to find it by.", MOST_TAGS, MOST_TAGS))
                                .may("workspace_id", Schema.id("A workspace to which it shall belong."))
                                .build())
                .title("Save a prompt")
                .description("Puts a prompt into the person's library, where it is also a prompt of this server.")
                .outputSchema(Schema.ofRecord(PromptFacts.class))
                .annotations(ToolKind.ADDS.annotations("Save a prompt"))
                .build();
    }

    @Override
    public CompletionStage<McpSchema.CallToolResult> call(Exchange exchange, ObjectNode given) {
        PromptFields fields = arguments.read(given, PromptFields.class);
        return CompletableFuture.completedFuture(
                ToolResults.of(PromptFacts.of(prompts.create(exchange.caller().userId(), fields))));
    }
}
