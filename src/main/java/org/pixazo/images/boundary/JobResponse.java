package org.pixazo.images.boundary;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobOutlook;
import org.pixazo.images.entity.JobStatus;

/**
 * A job as clients see it.
 *
 * @param referenceImageId the picture that it works on
 * @param maskImageId white where that picture may change
 * @param strength how much of it may change, 0 to 1
 * @param batchId id of the first job of the same order; null for an order of one job
 * @param images ids of the pictures that are there
 * @param attempts how many tries failed
 * @param error why it failed, or why it waits for another try
 * @param position in the queue, 1 for the next; null for a job that does not wait for its turn
 * @param estimatedSeconds until the last picture is there; null where the model has no history
 * @param nextAttemptAt when a waiting job may be taken up
 * @param startedAt when it was last taken up
 */
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
        Long referenceImageId,
        Long maskImageId,
        Double strength,
        Long batchId,
        @NotNull ProvenanceResponse provenance,
        int n,
        int done,
        List<Long> images,
        int attempts,
        String error,
        Integer position,
        Long estimatedSeconds,
        Instant nextAttemptAt,
        Instant startedAt,
        @NotNull Instant createdAt,
        @NotNull Instant updatedAt,
        Instant finishedAt) {

    static JobResponse of(ImageJob job, List<Long> images, JobOutlook outlook) {
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
                job.reference().imageId(),
                job.reference().maskId(),
                job.reference().strength(),
                job.batchId(),
                ProvenanceResponse.of(job.provenance()),
                job.n(),
                job.done(),
                images,
                job.attempts(),
                job.error(),
                outlook.position(),
                outlook.estimatedSeconds(),
                job.status() == JobStatus.QUEUED ? job.nextAttemptAt() : null,
                job.startedAt(),
                job.createdAt(),
                job.updatedAt(),
                job.finishedAt());
    }
}
