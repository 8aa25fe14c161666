package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells how the addresses of resources are made. */
@ApplicationScoped
public class ResourceTemplates implements Method {

    static final String IMAGE = "pixazo://images/{id}";
    static final String CHAT = "pixazo://chats/{id}";
    static final String CHAT_JSON = "pixazo://chats/{id}.json";

    @Override
    public String name() {
        return "resources/templates/list";
    }

    @Override
    public boolean cacheable() {
        return true;
    }

    @Override
    public CompletionStage<McpSchema.ListResourceTemplatesResult> answer(Exchange exchange) {
        return CompletableFuture.completedFuture(McpSchema.ListResourceTemplatesResult.builder(List.of(
                        template(IMAGE, "image", "A picture", "The picture, and all that made it.", "image/png"),
                        template(CHAT, "chat", "A chat", "The messages of a chat, to read.", "text/markdown"),
                        template(
                                CHAT_JSON,
                                "chat-export",
                                "A chat as data",
                                "A chat in Pixazo's own format, which can be imported again.",
                                "application/json")))
                .build());
    }

    private static McpSchema.ResourceTemplate template(
            String uri, String name, String title, String description, String mediaType) {
        return McpSchema.ResourceTemplate.builder(uri, name)
                .title(title)
                .description(description)
                .mimeType(mediaType)
                .build();
    }
}
