package org.pixazo.telegram.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.monitoring.control.Metrics;
import org.pixazo.telegram.entity.BotApiException;
import org.pixazo.telegram.entity.MessageQueued;

/** Empties the queue, as fast as Telegram allows and in the order of each chat. */
@ApplicationScoped
public class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class.getName());
    private static final int AT_ONCE = 16;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @Inject
    Outbox outbox;

    @Inject
    Delivery delivery;

    @Inject
    Metrics metrics;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    private final Map<Long, Lane> lanes = new ConcurrentHashMap<>();
    private final DelayQueue<Lane> turns = new DelayQueue<>();
    private final Pace pace = new Pace();
    private final Semaphore places = new Semaphore(AT_ONCE);

    private volatile BotClient bot;

    /** Sends until the thread is interrupted. */
    void run(BotClient client) {
        bot = client;
        metrics.gauge("telegram.queue", "Messages that wait for Telegram", outbox::size);
        wakeAll();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Lane lane = turns.take();
                places.acquire();
                executor.execute(() -> serve(lane));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks for chats whose messages wait without their turn being near. */
    public void wakeAll() {
        if (bot != null) {
            outbox.chats().forEach(this::wake);
        }
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageQueued event) {
        wake(event.chatId());
    }

    /**
     * Sends something that is worth nothing later, if the chat has nothing better to do; it replaces what was not yet sent.
     *
     * @param message throws {@link BotApiException}; null takes back what was not yet sent
     */
    void pass(long chatId, Runnable message) {
        Lane lane = lane(chatId);
        lane.pass(message);
        if (message != null && lane.wake()) {
            turns.add(lane);
        }
    }

    /** Whether Telegram wants nothing in this chat for a while. */
    boolean resting(long chatId) {
        return lane(chatId).getDelay(java.util.concurrent.TimeUnit.MILLISECONDS) > 0;
    }

    private void wake(long chatId) {
        Lane lane = lane(chatId);
        if (lane.wake()) {
            turns.add(lane);
        }
    }

    private Lane lane(long chatId) {
        return lanes.computeIfAbsent(chatId, Lane::new);
    }

    private void serve(Lane lane) {
        lane.begin();
        boolean more = true;
        try {
            more = step(lane);
            lane.succeeded();
        } catch (BotApiException e) {
            more = failed(lane, e);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A message to Telegram waits: it could not be made", e);
            lane.rest(pause(lane.failed()));
        } finally {
            places.release();
            if (lane.end(more)) {
                turns.add(lane);
            }
        }
    }

    /** Sends one message; tells whether there may be more. */
    private boolean step(Lane lane) {
        Outbox.Next next = outbox.next(lane.chatId()).orElse(null);
        if (next != null) {
            awaitPace();
            int sent = delivery.deliver(bot, next);
            if (sent > 0) {
                lane.rest(Pace.rest(lane.chatId(), sent));
            }
            return true;
        }
        Runnable passing = lane.takePassing();
        if (passing != null) {
            awaitPace();
            try {
                passing.run();
            } finally {
                // Also where it fails: Telegram counts what it refuses. From its end, since a call may be slow to
                // arrive.
                lane.rest(Pace.rest(lane.chatId(), 1));
            }
        }
        return false;
    }

    private void awaitPace() {
        long moment = pace.take();
        for (long wait = moment - System.nanoTime(); wait > 0; wait = moment - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }

    private boolean failed(Lane lane, BotApiException e) {
        if (e.tooMany()) {
            metrics.count("telegram.refusals", "Requests that the Bot API refused", "reason", "too_many");
            lane.rest(Duration.ofSeconds(Math.max(1, e.retryAfterSeconds())));
            return true;
        }
        if (e.gone()) {
            metrics.count("telegram.refusals", "Requests that the Bot API refused", "reason", "gone");
            int dropped = outbox.drop(lane.chatId());
            LOG.info(() -> "A chat on Telegram is closed to the bot; " + dropped + " messages are dropped");
            return false;
        }
        metrics.count("telegram.refusals", "Requests that the Bot API refused", "reason", "trouble");
        Duration pause = longer(pause(lane.failed()), Pace.rest(lane.chatId(), 1));
        LOG.log(Level.INFO, "Telegram takes no message; the next try is in {0}: {1}", new Object[] {
            pause, e.getMessage()
        });
        lane.rest(pause);
        return true;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration pause(int failures) {
        Duration pause = Duration.ofMillis(500L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
