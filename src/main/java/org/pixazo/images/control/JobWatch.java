package org.pixazo.images.control;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobChanged;
import org.pixazo.images.entity.JobOutlook;
import org.pixazo.web.entity.ShutdownStarted;

/**
 * Tells readers how their jobs come along: at once where this server works on them, and by looking every few seconds where
 * another one does.
 */
@ApplicationScoped
public class JobWatch {

    private static final Logger LOG = Logger.getLogger(JobWatch.class.getName());

    @Inject
    ImageJobRepository jobs;

    @Inject
    Outlook outlook;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    private final Map<Long, List<Watcher>> watchers = new ConcurrentHashMap<>();

    /** Hears the present state at once and every change until the job has ended. */
    public void watch(long jobId, JobReader reader) {
        Watcher watcher = new Watcher(reader);
        watchers.computeIfAbsent(jobId, id -> new CopyOnWriteArrayList<>()).add(watcher);
        executor.execute(() -> tell(jobId, watcher, false));
    }

    void changed(@Observes JobChanged event) {
        look(event.jobId(), false);
    }

    /** Looks at all watched jobs, for changes by other servers and so that no connection falls asleep. */
    public void lookAtAll() {
        watchers.keySet().forEach(id -> look(id, true));
    }

    void shutdown(@Observes @Priority(Interceptor.Priority.APPLICATION + 1) ShutdownStarted event) {
        watchers.values().forEach(all -> all.forEach(Watcher::shutdown));
    }

    private void look(long jobId, boolean sayThatNothingChanged) {
        watchers.getOrDefault(jobId, List.of())
                .forEach(watcher -> executor.execute(() -> tell(jobId, watcher, sayThatNothingChanged)));
    }

    private void tell(long jobId, Watcher watcher, boolean sayThatNothingChanged) {
        boolean over = true;
        try {
            ImageJob job = jobs.find(jobId).orElse(null);
            over = job == null || watcher.tell(job, outlook.of(job), this::imageIds, sayThatNothingChanged);
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "A reader of image job " + jobId + " is gone", e);
        }
        if (over) {
            watchers.computeIfPresent(jobId, (id, all) -> {
                all.remove(watcher);
                return all.isEmpty() ? null : all;
            });
        }
    }

    private List<Long> imageIds(ImageJob job) {
        return jobs.imageIds(List.of(job.id())).getOrDefault(job.id(), List.of());
    }

    private static final class Watcher {

        private final JobReader reader;
        private long toldVersion = -1;
        private Integer toldPosition;
        private boolean over;

        Watcher(JobReader reader) {
            this.reader = reader;
        }

        synchronized void shutdown() {
            if (!over && !reader.gone()) {
                over = true;
                reader.onShutdown();
            }
        }

        /** Returns whether nothing more is to be told. */
        synchronized boolean tell(
                ImageJob job,
                JobOutlook outlook,
                java.util.function.Function<ImageJob, List<Long>> imageIds,
                boolean sayThatNothingChanged) {
            if (over || reader.gone()) {
                return true;
            }
            boolean moved = job.version() == toldVersion && !Objects.equals(outlook.position(), toldPosition);
            if (job.version() > toldVersion || moved) {
                toldVersion = job.version();
                toldPosition = outlook.position();
                over = job.status().ended();
                reader.onChange(job, imageIds.apply(job), outlook);
            } else if (sayThatNothingChanged) {
                reader.onSilence();
            }
            return over;
        }
    }
}
