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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UpstreamTimedOutException;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.images.entity.JobChanged;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.ChosenImageModel;
import org.pixazo.monitoring.control.Metrics;
import org.pixazo.prompts.control.Styles;
import org.pixazo.prompts.entity.StyledPrompt;
import org.pixazo.providers.control.ImageProviders;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.providers.entity.ImageRequest;
import org.pixazo.schema.control.Node;
import org.pixazo.web.entity.ShutdownStarted;

/**
 * Works on jobs: claims those whose time has come, has their pictures made one after the other, and stores each at once.
 * No thread waits while a picture is made.
 */
@ApplicationScoped
public class ImageJobRunner {

    private static final Logger LOG = Logger.getLogger(ImageJobRunner.class.getName());
    private static final int MOST_AT_ONCE = 4;
    private static final int MOST_ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    @Inject
    ImageJobRepository jobs;

    @Inject
    ImageFiles files;

    @Inject
    ImageProviders providers;

    @Inject
    ModelCatalogue catalogue;

    @Inject
    Styles styles;

    @Inject
    Node node;

    @Inject
    Event<JobChanged> changed;

    @Inject
    Metrics metrics;

    @Inject
    JobFailures failures;

    @Inject
    JobCalls calls;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    private final Map<Long, CompletableFuture<ImageFile>> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** Begins what is due, without waiting for it. */
    public void runDue() {
        int room = MOST_AT_ONCE - running.size();
        if (stopping || room <= 0) {
            return;
        }
        for (long id : jobs.due(room)) {
            if (!running.containsKey(id) && jobs.claim(id)) {
                running.put(id, new CompletableFuture<>());
                changed.fire(new JobChanged(id));
                executor.execute(() -> work(id));
            }
        }
    }

    /** Looks for due jobs soon, because one has just been added. */
    public void wake() {
        executor.execute(this::runDue);
    }

    /** Ends the work on a job that was cancelled. */
    public void cancelled(long id) {
        CompletableFuture<ImageFile> call = running.remove(id);
        if (call != null) {
            call.cancel(true);
        }
        changed.fire(new JobChanged(id));
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

    private void ended(long id, JobStatus how, String reason) {
        jobs.end(id, how, reason).ifPresent(calls::end);
        metrics.count("image.jobs", "Image jobs that ended", "outcome", how.word());
        changed.fire(new JobChanged(id));
    }

    private void work(long id) {
        try {
            ImageJob job =
                    jobs.find(id).filter(found -> found.runsOn(node.name())).orElse(null);
            if (job == null || stopping) {
                running.remove(id);
            } else if (job.complete()) {
                running.remove(id);
                ended(id, JobStatus.SUCCEEDED, null);
                runDue();
            } else {
                make(job);
            }
        } catch (RuntimeException e) {
            running.remove(id);
            LOG.log(Level.SEVERE, "Image job " + id + " cannot go on", e);
            ended(id, JobStatus.FAILED, "Something went wrong inside Pixazo; the log has the details.");
        }
    }

    private void make(ImageJob job) {
        int index = firstMissing(job);
        ImageSpec spec = job.spec().unit(index);
        calls.begin(job);
        CompletableFuture<ImageFile> call;
        try {
            ChosenImageModel chosen = catalogue.chooseImage(job.place().userId(), spec.model());
            call = providers.get(chosen.model().provider()).generate(request(spec, chosen));
        } catch (PixazoException e) {
            call = CompletableFuture.failedFuture(e);
        }
        running.put(job.id(), call);
        call.whenCompleteAsync((picture, failure) -> made(job, index, spec, picture, failure), executor);
    }

    private void made(ImageJob job, int index, ImageSpec spec, ImageFile picture, Throwable failure) {
        if (failure != null) {
            failed(job, failure instanceof CompletionException ? failure.getCause() : failure);
            return;
        }
        try {
            ImageSpec actual = PictureSize.of(picture)
                    .map(size -> spec.sized(size.width(), size.height()))
                    .orElse(spec);
            files.keep(picture, file -> jobs.addImage(job.id(), index, actual, file))
                    .ifPresent(kept -> calls.pictureMade(job.id()));
            changed.fire(new JobChanged(job.id()));
        } catch (RuntimeException e) {
            failed(job, e);
            return;
        }
        work(job.id());
    }

    private void failed(ImageJob job, Throwable failure) {
        running.remove(job.id());
        if (failure instanceof CancellationException) {
            return;
        }
        if (failure instanceof PixazoException known) {
            Duration pause = pause(job, known);
            if (canHelp(known) && job.attempts() + 1 < MOST_ATTEMPTS) {
                jobs.retry(job.id(), known.getMessage(), pause);
                changed.fire(new JobChanged(job.id()));
            } else {
                failures.remember(job.id(), known);
                ended(job.id(), JobStatus.FAILED, known.getMessage());
            }
        } else {
            LOG.log(Level.SEVERE, "Image job " + job.id() + " failed", failure);
            ended(job.id(), JobStatus.FAILED, "Something went wrong inside Pixazo; the log has the details.");
        }
        wake();
    }

    /** Whether a later try can help: a limit that passes, or silence. A wrong key or a refused prompt stays wrong. */
    private static boolean canHelp(PixazoException failure) {
        return failure.retryAfterSeconds() > 0 || failure instanceof UpstreamTimedOutException;
    }

    private static Duration pause(ImageJob job, PixazoException failure) {
        Duration grown = FIRST_PAUSE.multipliedBy(1L << Math.min(job.attempts(), 10));
        Duration asked = Duration.ofSeconds(failure.retryAfterSeconds());
        return asked.compareTo(grown) > 0 ? asked : grown;
    }

    private int firstMissing(ImageJob job) {
        List<Integer> there = jobs.doneIndexes(job.id());
        int index = 0;
        while (there.contains(index)) {
            index++;
        }
        return index;
    }

    private ImageRequest request(ImageSpec spec, ChosenImageModel chosen) {
        StyledPrompt styled = styles.apply(spec.style(), spec.prompt(), spec.negativePrompt());
        return new ImageRequest(
                spec.model(),
                styled.prompt(),
                styled.negativePrompt(),
                spec.width(),
                spec.height(),
                spec.numSteps(),
                spec.guidanceScale(),
                spec.seed(),
                chosen.access());
    }
}
