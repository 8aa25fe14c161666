package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.chats.control.ChatExport;
import org.pixazo.chats.entity.ChatFile;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.entity.Image;
import org.pixazo.mcp.entity.ResourceUri;
import org.pixazo.web.control.Json;

/** Gives a picture or a chat. */
@ApplicationScoped
public class ResourcesRead implements Method {

    @Inject
    ImageRepository images;

    @Inject
    ImageContents contents;

    @Inject
    ChatExport exports;

    @Override
    public String name() {
        return "resources/read";
    }

    @Override
    public boolean cacheable() {
        return true;
    }

    @Override
    public CompletionStage<McpSchema.ReadResourceResult> answer(Exchange exchange) {
        String text = OwnResources.uri(exchange);
        try {
            ResourceUri uri = ResourceUri.parse(text)
                    .orElseThrow(() -> new NotFoundException("There is no resource of this form."));
            List<McpSchema.ResourceContents> read =
                    uri.kind().equals(ResourceUri.IMAGES) ? image(exchange, text, uri) : chat(exchange, text, uri);
            return CompletableFuture.completedFuture(
                    McpSchema.ReadResourceResult.builder(read).build());
        } catch (NotFoundException absent) {
            throw OwnResources.absent(exchange, text, absent.getMessage());
        }
    }

    private List<McpSchema.ResourceContents> image(Exchange exchange, String text, ResourceUri uri) {
        Image image = images.get(exchange.caller().userId(), uri.id());
        return List.of(
                McpSchema.BlobResourceContents.builder(text, contents.base64(image))
                        .mimeType("image/png")
                        .build(),
                McpSchema.TextResourceContents.builder(
                                text,
                                McpJson.content(contents.facts(image, exchange)).toString())
                        .mimeType("application/json")
                        .build());
    }

    private List<McpSchema.ResourceContents> chat(Exchange exchange, String text, ResourceUri uri) {
        ChatFile file = exports.of(exchange.caller().userId(), uri.id());
        return List.of(McpSchema.TextResourceContents.builder(
                        text, uri.json() ? Json.write(file) : ChatMarkdown.of(file.chat()))
                .mimeType(uri.json() ? "application/json" : "text/markdown")
                .build());
    }
}
