package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.chats.control.ChatService;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.entity.ImageFilter;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.models.entity.ModelKind;
import org.pixazo.prompts.control.PromptRepository;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.schema.control.WordSearch;
import org.pixazo.web.entity.PageRequest;
import tools.jackson.databind.JsonNode;

/**
 * Completes what a person types: the variables {@code model}, {@code style} and {@code prompt} of saved prompts, and the
 * ids of pictures and chats.
 */
@ApplicationScoped
public class Completion implements Method {

    /** The most that the protocol allows. */
    private static final int MOST = 100;

    @Inject
    SavedPrompts saved;

    @Inject
    Arguments arguments;

    @Inject
    PromptRepository prompts;

    @Inject
    ImageRepository images;

    @Inject
    ChatService chats;

    @Override
    public String name() {
        return "completion/complete";
    }

    @Override
    public CompletionStage<McpSchema.CompleteResult> answer(Exchange exchange) {
        JsonNode params = exchange.request().params();
        JsonNode ref = params.path("ref");
        String argument = text(params.path("argument"), "name", "argument.name");
        String begun = text(params.path("argument"), "value", "argument.value").toLowerCase(Locale.ROOT);
        Stream<String> all = switch (ref.path("type").stringValue("")) {
            case "ref/prompt" -> {
                saved.named(exchange.caller().userId(), text(ref, "name", "ref.name"));
                yield ofPrompt(exchange.caller(), argument);
            }
            case "ref/resource" -> ofResource(exchange.caller(), text(ref, "uri", "ref.uri"));
            default -> throw RpcException.invalidParams("ref.type must be ref/prompt or ref/resource.");
        };
        List<String> fitting = all.distinct()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(begun))
                .toList();
        return CompletableFuture.completedFuture(new CompleteResult(new CompleteResult.CompleteCompletion(
                fitting.stream().limit(MOST).toList(), fitting.size(), fitting.size() > MOST)));
    }

    private Stream<String> ofPrompt(Caller caller, String variable) {
        return switch (variable.toLowerCase(Locale.ROOT)) {
            case "model" ->
                Stream.concat(
                        arguments.models(caller, ModelKind.IMAGE).stream(),
                        arguments.models(caller, ModelKind.TEXT).stream());
            case "style" -> arguments.styleIds(caller).stream();
            case "prompt" ->
                prompts
                        .list(
                                caller.userId(),
                                new PromptRepository.Filter(WordSearch.of(null), null, null),
                                new PageRequest(MOST, null))
                        .items()
                        .stream()
                        .map(Prompt::title);
            default -> Stream.empty();
        };
    }

    private Stream<String> ofResource(Caller caller, String template) {
        PageRequest newest = new PageRequest(MOST, null);
        return switch (template) {
            case ResourceTemplates.IMAGE ->
                images.list(caller.userId(), ImageFilter.ALL, newest).items().stream()
                        .map(image -> Long.toString(image.id()));
            case ResourceTemplates.CHAT, ResourceTemplates.CHAT_JSON ->
                chats.list(caller.userId(), newest).items().stream().map(chat -> Long.toString(chat.id()));
            default -> throw RpcException.invalidParams("ref.uri must be one of resources/templates/list.");
        };
    }

    private static String text(JsonNode node, String field, String called) {
        String value = node.path(field).stringValue(null);
        if (value == null) {
            throw RpcException.invalidParams(called + " must be a string.");
        }
        return value;
    }
}
