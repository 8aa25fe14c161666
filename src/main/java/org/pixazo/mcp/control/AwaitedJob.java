package org.pixazo.mcp.control;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.images.control.JobReader;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobOutlook;
import org.pixazo.images.entity.JobStatus;

/** Waits for the end of an image job and tells how it comes along. */
final class AwaitedJob implements JobReader {

    private final Exchange exchange;
    private final CompletableFuture<ImageJob> ended = new CompletableFuture<>();

    private long toldVersion = -1;

    AwaitedJob(Exchange exchange) {
        this.exchange = exchange;
    }

    CompletableFuture<ImageJob> ended() {
        return ended;
    }

    @Override
    public void onChange(ImageJob job, List<Long> imageIds, JobOutlook outlook) {
        // A client counts steps, and a better place in the queue is none.
        if (job.version() > toldVersion) {
            toldVersion = job.version();
            tell(job);
        }
        if (job.status().ended()) {
            ended.complete(job);
        }
    }

    /** A job has as many steps as pictures, and each two: its beginning counts as well. */
    private void tell(ImageJob job) {
        double total = 1.0 + job.n();
        if (job.status() == JobStatus.RUNNING || job.done() > 0) {
            exchange.progress(1.0 + job.done(), total, job.done() + " of " + job.n() + " pictures are there");
        } else if (job.status() == JobStatus.QUEUED) {
            exchange.progress(0.5, total, job.error() == null ? "Waiting in the queue" : "Will be tried again");
        }
    }

    @Override
    public void onSilence() {
        // The connection is kept awake by its own heartbeat.
    }

    @Override
    public void onShutdown() {
        ended.completeExceptionally(
                new UnavailableException(
                        "The server stops while the pictures are made. The job goes on when it is back; see list_images then."));
    }

    @Override
    public boolean gone() {
        return ended.isDone();
    }
}
