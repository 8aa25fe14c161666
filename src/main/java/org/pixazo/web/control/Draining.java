package org.pixazo.web.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.web.entity.ShutdownStarted;

/** Whether the server stops: then nothing new begins, and what runs ends well. */
@ApplicationScoped
public class Draining {

    private static final Logger LOG = Logger.getLogger(Draining.class.getName());
    private static final long RETRY_AFTER_SECONDS = 10;
    private static final long LIMIT_SECONDS = 10;

    @Inject
    Event<ShutdownStarted> started;

    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Begins unless it has begun, and returns when all observers of {@link ShutdownStarted} are done. */
    public void begin() {
        if (begun.compareAndSet(false, true)) {
            fire();
        } else {
            awaitEnd();
        }
    }

    private void fire() {
        try {
            LOG.info("Shutting down: nothing new begins, streams end, jobs go back to their queue");
            started.fire(new ShutdownStarted());
            LOG.info("All work is ended or given back");
        } finally {
            ended.countDown();
        }
    }

    private void awaitEnd() {
        try {
            ended.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean hasBegun() {
        return begun.get();
    }

    /**
     * For whoever is about to start an answer or a job.
     *
     * @throws UnavailableException where the server stops
     */
    public void refuseNewWork() {
        if (hasBegun()) {
            throw new UnavailableException(
                    "Pixazo is shutting down. Try again in a moment.", RETRY_AFTER_SECONDS, null);
        }
    }
}
