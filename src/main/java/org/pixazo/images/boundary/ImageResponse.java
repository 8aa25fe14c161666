package org.pixazo.images.boundary;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.pixazo.images.entity.Image;

/** A picture as clients see it; the addresses are paths on this server. */
public record ImageResponse(
        long id,
        Long jobId,
        Long workspaceId,
        Long chatId,
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
        boolean favourite,
        boolean uploaded,
        Long batchId,
        @NotNull ProvenanceResponse provenance,
        @NotNull String imageUrl,
        @NotNull String thumbnailUrl,
        @NotNull Instant createdAt) {

    static ImageResponse of(Image image) {
        var spec = image.spec();
        return new ImageResponse(
                image.id(),
                image.jobId(),
                image.place().workspaceId(),
                image.place().chatId(),
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
                image.fields().favourite(),
                image.uploaded(),
                image.batchId(),
                ProvenanceResponse.of(image.provenance()),
                image.imageUrl(),
                image.thumbnailUrl(),
                image.createdAt());
    }
}
