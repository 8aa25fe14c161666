package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.chats.control.Answers;
import org.pixazo.chats.control.Conversation;
import org.pixazo.chats.control.MessageRepository;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.mcp.entity.ResourceUri;
import org.pixazo.models.entity.ModelKind;
import org.pixazo.usage.entity.Channel;
import tools.jackson.databind.node.ObjectNode;

/** The tool {@code chat}: says something to a language model, in a new chat or in one that goes on. */
@ApplicationScoped
public class Chatting implements Tool {

    private static final int LONGEST_MESSAGE = 1_000_000;
    private static final int LONGEST_NAME = 200;

    @Inject
    Arguments arguments;

    @Inject
    ChatPlace place;

    @Inject
    Conversation conversation;

    @Inject
    Answers answers;

    @Inject
    MessageRepository messages;

    /** What is said and where. */
    public record SaidToModel(
            @NotBlank(message = "must not be blank")
            @Size(max = LONGEST_MESSAGE, message = "must have at most 1000000 characters")
            String message,

            Long chatId,
            Long workspaceId,

            @Size(max = LONGEST_NAME, message = "must have at most 200 characters")
            String model,

            @Size(max = LONGEST_NAME, message = "must have at most 200 characters")
            String name) {}

    /** What the model answered. */
    public record ModelReply(
            long chatId,
            @NotNull String chatUri,
            long messageId,
            @NotNull String reply,
            @NotNull String model,
            @NotNull String status,
            Long promptTokens,
            Long completionTokens) {

        static ModelReply of(Message message) {
            return new ModelReply(
                    message.chatId(),
                    ResourceUri.chat(message.chatId()),
                    message.id(),
                    message.content(),
                    message.model(),
                    message.status().word(),
                    message.usage() == null ? null : message.usage().promptTokens(),
                    message.usage() == null ? null : message.usage().completionTokens());
        }
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public McpSchema.Tool describe(Caller caller) {
        return McpSchema.Tool.builder(
                        name(),
                        Schema.object()
                                .must("message", Schema.text("What to say.", LONGEST_MESSAGE))
                                .may("chat_id", Schema.id("A chat to go on with; left out, a new one begins."))
                                .may("workspace_id", Schema.id("Where a new chat shall begin; left out, in \"MCP\"."))
                                .may(
                                        "model",
                                        Schema.choice(
                                                "Text model that answers; left out, the chat's or the person's default.",
                                                arguments.models(caller, ModelKind.TEXT)))
                                .may("name", Schema.text("Name of a new chat.", LONGEST_NAME))
                                .build())
                .title("Chat with a model")
                .description("Says something to one of Pixazo's language models and gives its whole answer. The chat is"
                        + " kept; its chat_id goes on with it.")
                .outputSchema(Schema.ofRecord(ModelReply.class))
                .annotations(ToolKind.MAKES.annotations("Chat with a model"))
                .build();
    }

    @Override
    public CompletionStage<McpSchema.CallToolResult> call(Exchange exchange, ObjectNode given) {
        SaidToModel said = arguments.read(given, SaidToModel.class);
        Caller caller = exchange.caller();
        long chatId = place.of(caller, said);
        Message reply = conversation
                .say(caller, Channel.MCP, chatId, MessageRole.USER, said.message(), said.model(), Optional.empty())
                .reply();
        exchange.whenCancelled(() -> conversation.stop(caller.userId(), chatId, reply.id()));
        AwaitedAnswer awaited = new AwaitedAnswer(exchange);
        if (!answers.join(reply.id(), awaited)) {
            Message stored = messages.get(chatId, reply.id());
            if (stored.status() == MessageStatus.STREAMING) {
                throw new UnavailableException(
                        "Another server receives this answer; it will be in chat " + chatId + ".");
            }
            awaited.onEnd(stored, null);
        }
        return awaited.ended().thenApply(Chatting::result);
    }

    private static McpSchema.CallToolResult result(Message message) {
        McpSchema.Content link = McpSchema.ResourceLink.builder()
                .uri(ResourceUri.chat(message.chatId()))
                .name("chat-" + message.chatId() + ".md")
                .title("The whole chat")
                .mimeType("text/markdown")
                .build();
        return ToolResults.of(message.content(), ModelReply.of(message), List.of(link));
    }
}
