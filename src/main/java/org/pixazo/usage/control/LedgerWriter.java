package org.pixazo.usage.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.monitoring.control.Metrics;
import org.pixazo.usage.entity.CallStatus;
import org.pixazo.web.entity.ShutdownStarted;

/**
 * Writes calls into the ledger, many at once and some milliseconds later, so that no call waits for the database. One
 * batch at a time; a call that begins and ends within one is one insert. A batch that fails is tried again until it
 * succeeds, while new calls queue up behind it.
 */
@ApplicationScoped
class LedgerWriter {

    private static final Logger LOG = Logger.getLogger(LedgerWriter.class.getName());
    private static final long PAUSE_MILLIS = 200;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;
    private static final int BATCH = 500;

    /** About 100 MB; only a database that is gone for minutes lets so many wait. */
    private static final int MOST_WAITING = 200_000;

    /** Behind the observers that end the calls under way. */
    private static final int LAST = 4_000;

    @Inject
    UsageWrites writes;

    @Inject
    CallMetrics counted;

    @Inject
    Metrics metrics;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    private final ConcurrentLinkedQueue<Call> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Deque<Call> failed = new ArrayDeque<>();
    private Executor soon;
    private Executor later;
    private volatile boolean ending;

    @PostConstruct
    void prepare() {
        soon = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, executor);
        later = CompletableFuture.delayedExecutor(PAUSE_AFTER_FAILURE_MILLIS, TimeUnit.MILLISECONDS, executor);
        metrics.gauge("usage.rows.waiting", "Rows of the ledger that wait to be written", waiting::get);
    }

    /** Has a call written soon. Does not wait. */
    void add(Call call) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            metrics.count("usage.rows.lost", "Rows of the ledger for which there was no room");
            LOG.severe("The database takes no rows of the ledger; there is no room for more, and some are lost");
            return;
        }
        queue.add(call);
        schedule(ending ? executor : soon);
    }

    /** Writes what waits now, and returns when it is written, or when that has failed. */
    synchronized boolean flush() {
        while (true) {
            List<Call> batch = next();
            if (batch.isEmpty()) {
                return true;
            }
            if (!write(batch)) {
                return false;
            }
        }
    }

    void finish(@Observes @Priority(LAST) ShutdownStarted event) {
        ending = true;
        if (!flush()) {
            LOG.severe(() -> waiting.get() + " rows of the ledger are lost, since the database takes none");
        }
    }

    private List<Call> next() {
        List<Call> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            Call call = failed.isEmpty() ? queue.poll() : failed.poll();
            if (call == null) {
                return batch;
            }
            batch.add(call);
        }
        return batch;
    }

    private boolean write(List<Call> batch) {
        List<CallLine> lines = batch.stream().map(Call::take).toList();
        try {
            List<Long> ids = writes.write(lines);
            waiting.addAndGet(-batch.size());
            for (int i = 0; i < batch.size(); i++) {
                if (ids.get(i) != null) {
                    batch.get(i).written(ids.get(i));
                }
            }
            counted.add(lines.stream()
                    .filter(line -> line.status() != CallStatus.RUNNING && !line.dropped())
                    .toList());
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The ledger cannot be written and will be later", e);
            for (Call call : batch) {
                if (call.waitAgain()) {
                    failed.addLast(call);
                } else {
                    waiting.decrementAndGet();
                }
            }
            return false;
        }
    }

    private void schedule(Executor when) {
        if (scheduled.compareAndSet(false, true)) {
            when.execute(this::run);
        }
    }

    private void run() {
        scheduled.set(false);
        if (!flush()) {
            schedule(later);
        } else if (!queue.isEmpty()) {
            schedule(soon);
        }
    }
}
