package org.pixazo.web.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.web.entity.ShutdownStarted;

/** Whether the server stops: then nothing new begins, and what runs ends well. */
@ApplicationScoped
public class Draining {

    private static final Logger LOG = Logger.getLogger(Draining.class.getName());
    private static final long RETRY_AFTER_SECONDS = 10;

    @Inject
    Event<ShutdownStarted> started;

    private final AtomicBoolean begun = new AtomicBoolean();

    /** Begins, and returns when all observers of {@link ShutdownStarted} are done; does nothing the second time. */
    public void begin() {
        if (begun.compareAndSet(false, true)) {
            LOG.info("Shutting down: nothing new begins, streams end, jobs go back to their queue");
            started.fire(new ShutdownStarted());
            LOG.info("All work is ended or given back");
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
