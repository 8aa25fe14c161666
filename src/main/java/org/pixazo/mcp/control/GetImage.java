package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.entity.Image;
import org.pixazo.mcp.entity.ImageFacts;
import tools.jackson.databind.node.ObjectNode;

/** Shows a picture. */
@ApplicationScoped
public class GetImage implements Tool {

    @Inject
    Arguments arguments;

    @Inject
    ImageRepository images;

    @Inject
    ImageContents contents;

    /** Which picture, and whether the whole of it. */
    public record WantedPicture(
            @NotNull(message = "is required") Long id, Boolean full) {}

    @Override
    public String name() {
        return "get_image";
    }

    @Override
    public McpSchema.Tool describe(Caller caller) {
        return McpSchema.Tool.builder(
                        name(),
                        Schema.object()
                                .must("id", Schema.id("Id of the picture, from list_images or generate_image."))
                                .may("full", Schema.flag("The whole picture instead of a thumbnail of 512 pixels."))
                                .build())
                .title("Show an image")
                .description("Shows one of the person's pictures, with all that made it.")
                .outputSchema(Schema.ofRecord(ImageFacts.class))
                .annotations(ToolKind.READS.annotations("Show an image"))
                .build();
    }

    @Override
    public CompletionStage<McpSchema.CallToolResult> call(Exchange exchange, ObjectNode given) {
        WantedPicture wanted = arguments.read(given, WantedPicture.class);
        Image image = images.get(exchange.caller().userId(), wanted.id());
        return CompletableFuture.completedFuture(ToolResults.of(
                contents.facts(image, exchange), contents.of(List.of(image), Boolean.TRUE.equals(wanted.full()))));
    }
}
