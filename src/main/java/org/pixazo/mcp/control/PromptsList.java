package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.prompts.control.PromptRepository;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.prompts.entity.PromptTemplate;
import org.pixazo.prompts.entity.PromptVariable;
import org.pixazo.schema.control.WordSearch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** Lists the caller's library, newest first. */
@ApplicationScoped
public class PromptsList implements Method {

    private static final int PAGE = 50;
    private static final int LONGEST_DESCRIPTION = 200;

    @Inject
    PromptRepository prompts;

    @Override
    public String name() {
        return "prompts/list";
    }

    @Override
    public boolean cacheable() {
        return true;
    }

    @Override
    public CompletionStage<McpSchema.ListPromptsResult> answer(Exchange exchange) {
        long userId = exchange.caller().userId();
        Page<Prompt> page = prompts.list(
                userId,
                new PromptRepository.Filter(WordSearch.of(null), null, null),
                PageRequest.of(null, Cursors.of(exchange).orElse(null), PAGE));
        Set<String> shared = Set.copyOf(prompts.sharedTitles(userId));
        List<McpSchema.Prompt> found =
                page.items().stream().map(prompt -> described(prompt, shared)).toList();
        return CompletableFuture.completedFuture(new McpSchema.ListPromptsResult(found, page.nextCursor()));
    }

    /** What has a default may be left out; clients ask people only for the others. */
    private static McpSchema.PromptArgument argument(PromptVariable variable) {
        String label = variable.label() == null ? "" : variable.label() + ". ";
        return new McpSchema.PromptArgument(
                variable.name(),
                label + "Takes the place of {{" + variable.name() + "}}.",
                variable.defaultValue() == null);
    }

    private static McpSchema.Prompt described(Prompt prompt, Set<String> shared) {
        List<McpSchema.PromptArgument> arguments = new PromptTemplate(prompt.content())
                .variables().stream().map(PromptsList::argument).toList();
        String text = prompt.content().strip();
        return new McpSchema.Prompt(
                SavedPrompts.name(prompt, shared),
                prompt.title(),
                text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION - 1) + "…",
                arguments);
    }
}
