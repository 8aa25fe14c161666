package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobChanged;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.monitoring.control.Metrics;

/** Ends jobs that run here, or puts them back for a later try, and says so to all who must know. */
@ApplicationScoped
class JobEnds {

    private static final Logger LOG = Logger.getLogger(JobEnds.class.getName());
    private static final String UNKNOWN = "Something went wrong inside Pixazo; the log has the details.";

    @Inject
    ImageJobRepository jobs;

    @Inject
    JobCalls calls;

    @Inject
    JobFailures failures;

    @Inject
    Metrics metrics;

    @Inject
    Event<JobChanged> changed;

    /** All pictures are there. */
    void succeeded(long id) {
        ended(id, JobStatus.SUCCEEDED, null);
    }

    /** A picture could not be made or kept: later it may, or never. */
    void failed(ImageJob job, Throwable failure) {
        if (!(failure instanceof PixazoException known)) {
            LOG.log(Level.SEVERE, "Image job " + job.id() + " failed", failure);
            ended(job.id(), JobStatus.FAILED, UNKNOWN);
            return;
        }
        Optional<Duration> pause = RetryPolicy.pause(job, known);
        if (pause.isPresent()) {
            jobs.retry(job.id(), known.getMessage(), pause.get());
            changed.fire(new JobChanged(job.id()));
        } else {
            failures.remember(job.id(), known);
            ended(job.id(), JobStatus.FAILED, known.getMessage());
        }
    }

    /** The work on it broke for no reason of its own. */
    void broke(long id, RuntimeException failure) {
        LOG.log(Level.SEVERE, "Image job " + id + " cannot go on", failure);
        ended(id, JobStatus.FAILED, UNKNOWN);
    }

    private void ended(long id, JobStatus how, String reason) {
        jobs.end(id, how, reason).ifPresent(calls::end);
        metrics.count("image.jobs", "Image jobs that ended", "outcome", how.word());
        changed.fire(new JobChanged(id));
    }
}
