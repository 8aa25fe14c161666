package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.Chat;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageFilter;
import org.pixazo.mcp.entity.ResourceUri;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** Lists the caller's pictures and behind them the chats, each newest first. */
@ApplicationScoped
public class ResourcesList implements Method {

    private static final int PAGE = 50;
    private static final String FIRST = ":";

    @Inject
    ImageRepository images;

    @Inject
    ChatService chats;

    @Override
    public String name() {
        return "resources/list";
    }

    @Override
    public boolean cacheable() {
        return true;
    }

    @Override
    public CompletionStage<McpSchema.ListResourcesResult> answer(Exchange exchange) {
        long userId = exchange.caller().userId();
        String cursor = Cursors.of(exchange).orElse(ResourceUri.IMAGES + FIRST);
        int kind = cursor.indexOf(FIRST);
        String inner = kind < 0 || kind + 1 == cursor.length() ? null : cursor.substring(kind + 1);
        PageRequest page = PageRequest.of(null, inner, PAGE);
        return CompletableFuture.completedFuture(
                switch (kind < 0 ? "" : cursor.substring(0, kind)) {
                    case ResourceUri.IMAGES -> images(userId, page);
                    case ResourceUri.CHATS -> chats(userId, page);
                    default -> throw RpcException.invalidParams("cursor must be the nextCursor of a page before.");
                });
    }

    private McpSchema.ListResourcesResult images(long userId, PageRequest request) {
        Page<Image> page = images.list(userId, ImageFilter.ALL, request);
        String next =
                page.nextCursor() == null ? ResourceUri.CHATS + FIRST : ResourceUri.IMAGES + FIRST + page.nextCursor();
        List<McpSchema.Resource> found =
                page.items().stream().map(ResourcesList::resource).toList();
        if (page.nextCursor() == null
                && chats.list(userId, new PageRequest(1, null)).items().isEmpty()) {
            return new McpSchema.ListResourcesResult(found, null);
        }
        return found.isEmpty()
                ? chats(userId, new PageRequest(PAGE, null))
                : new McpSchema.ListResourcesResult(found, next);
    }

    private McpSchema.ListResourcesResult chats(long userId, PageRequest request) {
        Page<Chat> page = chats.list(userId, request);
        return new McpSchema.ListResourcesResult(
                page.items().stream().map(ResourcesList::resource).toList(),
                page.nextCursor() == null ? null : ResourceUri.CHATS + FIRST + page.nextCursor());
    }

    private static McpSchema.Resource resource(Image image) {
        return McpSchema.Resource.builder(ResourceUri.image(image.id()), "image-" + image.id() + ".png")
                .title(ImageContents.title(image))
                .description("Made by " + image.spec().model() + ", "
                        + image.spec().width() + " × " + image.spec().height() + " pixels.")
                .mimeType("image/png")
                .build();
    }

    private static McpSchema.Resource resource(Chat chat) {
        return McpSchema.Resource.builder(ResourceUri.chat(chat.id()), "chat-" + chat.id() + ".md")
                .title(chat.name())
                .mimeType("text/markdown")
                .build();
    }
}
