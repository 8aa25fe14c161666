package org.pixazo.gateway.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import org.pixazo.gateway.entity.GeneratedImages;
import org.pixazo.gateway.entity.ImageGeneration;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.control.Renditions;
import org.pixazo.images.control.SignedLinks;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageJob;

/** Hands finished pictures over as the request wants them: as links or as bytes, and in which format. */
@ApplicationScoped
public class ImageDelivery {

    @Inject
    ImageRepository images;

    @Inject
    Renditions renditions;

    @Inject
    SignedLinks links;

    /**
     * @param job that succeeded
     * @param baseUrl address under which the client reaches this server
     */
    public GeneratedImages of(ImageJob job, ImageGeneration request, String baseUrl) {
        return new GeneratedImages(
                job.finishedAt().getEpochSecond(),
                images.ofJob(job.id()).stream()
                        .map(image -> one(image, request, baseUrl))
                        .toList());
    }

    private GeneratedImages.GeneratedImage one(Image image, ImageGeneration request, String baseUrl) {
        String format = request.outputFormat() == null
                ? image.file().mediaType().substring("image/".length())
                : request.outputFormat();
        String asked = image.spec().prompt();
        String styled = image.provenance().styledPrompt();
        String revised = asked.equals(styled) ? null : styled;
        return "b64_json".equals(request.responseFormat())
                ? new GeneratedImages.GeneratedImage(null, base64(image, format), revised)
                : new GeneratedImages.GeneratedImage(baseUrl + links.to(image, format), null, revised);
    }

    private String base64(Image image, String format) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(renditions.converted(image.file(), format)));
        } catch (IOException e) {
            throw new UncheckedIOException("The file of image " + image.id() + " cannot be read", e);
        }
    }
}
