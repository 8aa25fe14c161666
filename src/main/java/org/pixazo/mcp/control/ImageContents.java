package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.pixazo.images.control.Renditions;
import org.pixazo.images.control.SignedLinks;
import org.pixazo.images.entity.Image;
import org.pixazo.mcp.entity.ImageFacts;
import org.pixazo.mcp.entity.ResourceUri;

/** Pictures in the answers of tools: as a model can look at them, and as links. */
@ApplicationScoped
class ImageContents {

    private static final int LONGEST_TITLE = 80;
    private static final String PNG = "image/png";

    @Inject
    Renditions renditions;

    @Inject
    SignedLinks links;

    /** @param full whether the whole picture is wanted and not a thumbnail */
    List<McpSchema.Content> of(List<Image> images, boolean full) {
        List<McpSchema.Content> contents = new ArrayList<>();
        for (Image image : images) {
            contents.add(
                    full
                            ? picture(renditions.converted(image.file(), "png"), PNG)
                            : picture(renditions.thumbnail(image.file()), Renditions.THUMBNAIL_TYPE));
        }
        images.forEach(image -> contents.add(link(image)));
        return contents;
    }

    ImageFacts facts(Image image, Exchange exchange) {
        String format = image.file().mediaType().substring("image/".length());
        return ImageFacts.of(image, exchange.baseUrl() + links.to(image, format));
    }

    McpSchema.ResourceLink link(Image image) {
        return McpSchema.ResourceLink.builder()
                .uri(ResourceUri.image(image.id()))
                .name("image-" + image.id() + ".png")
                .title(title(image))
                .mimeType(PNG)
                .build();
    }

    static String title(Image image) {
        String prompt = image.spec().prompt();
        return prompt.length() <= LONGEST_TITLE ? prompt : prompt.substring(0, LONGEST_TITLE - 1) + "…";
    }

    /** The whole picture as PNG, in Base64. */
    String base64(Image image) {
        return base64(renditions.converted(image.file(), "png"));
    }

    private static McpSchema.ImageContent picture(Path file, String mediaType) {
        return McpSchema.ImageContent.builder(base64(file), mediaType).build();
    }

    private static String base64(Path file) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The file of a picture cannot be read", e);
        }
    }
}
