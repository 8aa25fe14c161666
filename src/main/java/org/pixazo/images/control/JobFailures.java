package org.pixazo.images.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobStatus;

/**
 * What kind of failure ended a job, for those who wait for it. The row has the words for good; the kind is known for some
 * minutes on the server that worked on the job.
 */
@ApplicationScoped
public class JobFailures {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Cache<Long, PixazoException> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    void remember(long jobId, PixazoException failure) {
        known.put(jobId, failure);
    }

    /** @param job that ended without success */
    public PixazoException of(ImageJob job) {
        if (job.status() == JobStatus.CANCELLED) {
            return new ConflictException("The image job " + job.id() + " was cancelled.");
        }
        PixazoException failure = known.getIfPresent(job.id());
        return failure == null ? new UpstreamFailedException(job.error()) : failure;
    }
}
