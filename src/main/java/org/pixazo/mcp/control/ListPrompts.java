package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.entity.PromptFacts;
import org.pixazo.prompts.control.PromptRepository;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.schema.control.WordSearch;
import org.pixazo.web.entity.Page;
import tools.jackson.databind.node.ObjectNode;

/** Looks through the library. */
@ApplicationScoped
public class ListPrompts implements Tool {

    private static final int LONGEST_WORD = 200;

    @Inject
    Arguments arguments;

    @Inject
    PromptRepository prompts;

    /** Which prompts. */
    public record WantedPrompts(
            String q,

            @Size(max = LONGEST_WORD, message = "must have at most 200 characters")
            String tag,

            Long workspaceId,
            Integer limit,
            String cursor) {}

    /** A page of prompts. */
    public record PromptsFound(List<PromptFacts> prompts, String nextCursor) {}

    @Override
    public String name() {
        return "list_prompts";
    }

    @Override
    public McpSchema.Tool describe(Caller caller) {
        return McpSchema.Tool.builder(
                        name(),
                        Paging.with(Schema.object()
                                        .may("q", Schema.text("Words in title, content or tags.", LONGEST_WORD))
                                        .may("tag", Schema.text("Only prompts with this tag.", LONGEST_WORD))
                                        .may("workspace_id", Schema.id("Only prompts of this workspace.")))
                                .build())
                .title("List prompts")
                .description("Lists the prompts of the person's library, newest first.")
                .outputSchema(Schema.ofRecord(PromptsFound.class))
                .annotations(ToolKind.READS.annotations("List prompts"))
                .build();
    }

    @Override
    public CompletionStage<McpSchema.CallToolResult> call(Exchange exchange, ObjectNode given) {
        WantedPrompts wanted = arguments.read(given, WantedPrompts.class);
        String tag = wanted.tag() == null || wanted.tag().isBlank() ? null : wanted.tag();
        Page<Prompt> page = prompts.list(
                exchange.caller().userId(),
                new PromptRepository.Filter(WordSearch.of(wanted.q()), tag, wanted.workspaceId()),
                Paging.of(wanted.limit(), wanted.cursor()));
        return CompletableFuture.completedFuture(ToolResults.of(
                new PromptsFound(page.items().stream().map(PromptFacts::of).toList(), page.nextCursor())));
    }
}
