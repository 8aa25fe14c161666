package org.pixazo.images.control;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.images.entity.JobChanged;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.images.entity.WaitingJob;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.schema.control.Node;
import org.pixazo.web.entity.ShutdownStarted;

/**
 * Works on jobs: claims those whose time has come, has their pictures made one after the other, and stores each at once.
 * No thread waits while a picture is made.
 */
@ApplicationScoped
public class ImageJobRunner {

    private static final Logger LOG = Logger.getLogger(ImageJobRunner.class.getName());
    private static final int MOST_LOOKED_AT = 500;

    @Inject
    ImageJobRepository jobs;

    @Inject
    QueueRepository queue;

    @Inject
    JobSlots slots;

    @Inject
    ImageFiles files;

    @Inject
    Node node;

    @Inject
    Event<JobChanged> changed;

    @Inject
    PictureMaking making;

    @Inject
    JobEnds ends;

    @Inject
    JobCalls calls;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    private final Map<Long, CompletableFuture<ImageFile>> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** Begins what is due, without waiting for it. */
    public void runDue() {
        if (stopping || queue.paused()) {
            return;
        }
        for (WaitingJob next : queue.inOrder(MOST_LOOKED_AT)) {
            if (slots.take(next.id(), next.model())) {
                begin(next.id());
            }
        }
    }

    private void begin(long id) {
        boolean claimed = false;
        try {
            claimed = jobs.claim(id);
        } finally {
            if (!claimed) {
                slots.give(id);
            }
        }
        if (claimed) {
            running.put(id, new CompletableFuture<>());
            changed.fire(new JobChanged(id));
            executor.execute(() -> work(id, false));
        }
    }

    private CompletableFuture<ImageFile> leave(long id) {
        CompletableFuture<ImageFile> call = running.remove(id);
        slots.give(id);
        return call;
    }

    /** Looks for due jobs soon, because one has just been added. */
    public void wake() {
        executor.execute(this::runDue);
    }

    /** Ends the work on a job that was cancelled. */
    public void cancelled(long id) {
        CompletableFuture<ImageFile> call = leave(id);
        if (call != null) {
            call.cancel(true);
        }
        changed.fire(new JobChanged(id));
        wake();
    }

    /** Renews the leases of what runs here, and drops what runs here no more. */
    public void renewLeases() {
        running.keySet().forEach(id -> {
            if (!jobs.renew(id) && running.containsKey(id)) {
                cancelled(id);
            }
        });
        calls.jobs().forEach(this::leaveIfLost);
    }

    private void leaveIfLost(long id) {
        Optional<ImageJob> job = jobs.find(id);
        if (job.isEmpty()) {
            calls.gone(id);
        } else if (job.get().status() != JobStatus.QUEUED && !job.get().runsOn(node.name())) {
            calls.lost(id);
        }
    }

    /** Puts back what this server worked on when it died. */
    public void recover() {
        int released = jobs.release();
        if (released > 0) {
            LOG.info(() -> released + " image jobs go on that a stop had interrupted");
        }
    }

    /** Stops working and puts everything back into the queue: the server goes. */
    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownStarted event) {
        stopping = true;
        List<CompletableFuture<ImageFile>> calls = List.copyOf(running.values());
        running.clear();
        jobs.release();
        calls.forEach(call -> call.cancel(true));
    }

    /** @param madeOne whether a picture was made since this server took the job up: only then it lets others go first */
    private void work(long id, boolean madeOne) {
        try {
            ImageJob job =
                    jobs.find(id).filter(found -> found.runsOn(node.name())).orElse(null);
            if (job == null || stopping) {
                leave(id);
            } else if (job.complete()) {
                leave(id);
                ends.succeeded(id);
                runDue();
            } else if (madeOne && othersWait(job)) {
                // In this order: who takes the slot must find this job waiting.
                jobs.stepBack(id);
                leave(id);
                changed.fire(new JobChanged(id));
                runDue();
            } else {
                make(job);
            }
        } catch (RuntimeException e) {
            leave(id);
            ends.broke(id, e);
        }
    }

    /** Whether a batch lets others go first, which it does after each of its pictures. */
    private boolean othersWait(ImageJob job) {
        return slots.full(job.spec().model())
                && !queue.paused()
                && queue.inOrder(MOST_LOOKED_AT).stream()
                        .filter(waiting ->
                                slots.shared(waiting.model(), job.spec().model()))
                        .anyMatch(waiting -> waiting.userId() != job.place().userId() || waiting.n() == 1);
    }

    private void make(ImageJob job) {
        int index = firstMissing(job);
        ImageSpec spec = job.spec().unit(index);
        calls.begin(job);
        CompletableFuture<ImageFile> call = making.make(job, spec);
        running.put(job.id(), call);
        Instant begun = Instant.now();
        call.whenCompleteAsync(
                (picture, failure) -> {
                    if (failure == null) {
                        made(job, index, spec, picture, Duration.between(begun, Instant.now()));
                    } else {
                        failed(job, failure instanceof CompletionException ? failure.getCause() : failure);
                    }
                },
                executor);
    }

    private void made(ImageJob job, int index, ImageSpec spec, ImageFile picture, Duration madeIn) {
        try {
            ImageSpec actual = PictureSize.of(picture)
                    .map(size -> spec.sized(size.width(), size.height()))
                    .orElse(spec);
            files.keep(picture, file -> jobs.addImage(job.id(), index, actual, file, madeIn))
                    .ifPresent(kept -> calls.pictureMade(job.id()));
            changed.fire(new JobChanged(job.id()));
        } catch (RuntimeException e) {
            failed(job, e);
            return;
        }
        work(job.id(), true);
    }

    private void failed(ImageJob job, Throwable failure) {
        leave(job.id());
        if (failure instanceof CancellationException) {
            return;
        }
        ends.failed(job, failure);
        wake();
    }

    private int firstMissing(ImageJob job) {
        List<Integer> there = jobs.doneIndexes(job.id());
        int index = 0;
        while (there.contains(index)) {
            index++;
        }
        return index;
    }
}
