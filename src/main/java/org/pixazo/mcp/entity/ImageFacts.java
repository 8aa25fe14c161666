package org.pixazo.mcp.entity;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageSpec;

/**
 * A picture as tools tell of it. Not what the REST API shows: what is here is what a model can use, and the addresses are
 * whole, because a model has no base to resolve a path against.
 *
 * @param uri of the resource
 * @param url opens the file without a key for an hour
 */
public record ImageFacts(
        long id,
        @NotNull String uri,
        @NotNull String url,
        @NotNull String prompt,
        String negativePrompt,
        @NotNull String model,
        String style,
        int width,
        int height,
        Integer numSteps,
        Double guidanceScale,
        long seed,
        @NotNull String mediaType,
        long bytes,
        Long jobId,
        Long workspaceId,
        Long chatId,
        @NotNull Instant createdAt) {

    public static ImageFacts of(Image image, String url) {
        ImageSpec spec = image.spec();
        return new ImageFacts(
                image.id(),
                ResourceUri.image(image.id()),
                url,
                spec.prompt(),
                spec.negativePrompt(),
                spec.model(),
                spec.style(),
                spec.width(),
                spec.height(),
                spec.numSteps(),
                spec.guidanceScale(),
                spec.seed(),
                image.file().mediaType(),
                image.file().bytes(),
                image.jobId(),
                image.place().workspaceId(),
                image.place().chatId(),
                image.createdAt());
    }
}
