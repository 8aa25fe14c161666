package org.pixazo.images.boundary;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.pixazo.images.entity.ImageJob;

/** A job as clients see it; {@code images} are the ids of the pictures that are there. */
public record JobResponse(
        long id,
        @NotNull String status,
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
        int n,
        int done,
        List<Long> images,
        int attempts,
        String error,
        @NotNull Instant createdAt,
        @NotNull Instant updatedAt,
        Instant finishedAt) {

    static JobResponse of(ImageJob job, List<Long> images) {
        var spec = job.spec();
        return new JobResponse(
                job.id(),
                job.status().word(),
                job.place().workspaceId(),
                job.place().chatId(),
                spec.prompt(),
                spec.negativePrompt(),
                spec.model(),
                spec.style(),
                spec.width(),
                spec.height(),
                spec.numSteps(),
                spec.guidanceScale(),
                spec.seed(),
                job.n(),
                job.done(),
                images,
                job.attempts(),
                job.error(),
                job.createdAt(),
                job.updatedAt(),
                job.finishedAt());
    }
}
