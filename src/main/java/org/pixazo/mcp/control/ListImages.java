package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageFilter;
import org.pixazo.mcp.entity.ImageFacts;
import org.pixazo.web.entity.Page;
import tools.jackson.databind.node.ObjectNode;

/** Looks through the pictures. */
@ApplicationScoped
public class ListImages implements Tool {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int LONGEST_WORD = 200;

    @Inject
    Arguments arguments;

    @Inject
    ImageRepository images;

    @Inject
    ImageContents contents;

    /** Which pictures. */
    public record WantedPictures(String q, String model, Long chatId, Long workspaceId, Integer limit, String cursor) {}

    /** A page of pictures. */
    public record PicturesFound(List<ImageFacts> images, String nextCursor) {}

    @Override
    public String name() {
        return "list_images";
    }

    @Override
    public McpSchema.Tool describe(Caller caller) {
        return McpSchema.Tool.builder(
                        name(),
                        Schema.object()
                                .may("q", Schema.text("A part of the prompt.", LONGEST_WORD))
                                .may("model", Schema.text("Only pictures that this model made.", LONGEST_WORD))
                                .may("chat_id", Schema.id("Only pictures of this chat."))
                                .may("workspace_id", Schema.id("Only pictures of this workspace."))
                                .may("limit", Schema.preset(Schema.integer("How many.", 1, MOST), USUAL))
                                .may("cursor", Schema.text("next_cursor of the page before.", LONGEST_WORD))
                                .build())
                .title("List images")
                .description("Lists the person's pictures, newest first, without showing them; get_image shows one.")
                .outputSchema(Schema.ofRecord(PicturesFound.class))
                .annotations(ToolKind.READS.annotations("List images"))
                .build();
    }

    @Override
    public CompletionStage<McpSchema.CallToolResult> call(Exchange exchange, ObjectNode given) {
        WantedPictures wanted = arguments.read(given, WantedPictures.class);
        Page<Image> page = images.list(
                exchange.caller().userId(),
                new ImageFilter(
                        wanted.workspaceId(),
                        wanted.chatId(),
                        null,
                        wanted.model(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        wanted.q()),
                Arguments.page(wanted.limit(), wanted.cursor(), USUAL));
        List<ImageFacts> found = page.items().stream()
                .map(image -> contents.facts(image, exchange))
                .toList();
        List<McpSchema.Content> links =
                page.items().stream().<McpSchema.Content>map(contents::link).toList();
        return CompletableFuture.completedFuture(ToolResults.of(new PicturesFound(found, page.nextCursor()), links));
    }
}
