package org.pixazo.telegram.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.monitoring.control.Metrics;
import org.pixazo.telegram.entity.AwaitedWork;
import org.pixazo.telegram.entity.Incoming;

/** Works on updates: in a chat one after the other, in all chats at once. A question waits until the one before is answered. */
@ApplicationScoped
public class UpdateWorker {

    private static final Logger LOG = Logger.getLogger(UpdateWorker.class.getName());

    @Inject
    UpdateStore store;

    @Inject
    Dispatcher dispatcher;

    @Inject
    AwaitedWorks waits;

    @Inject
    AwaitedAnswers answers;

    @Inject
    AwaitedJobs jobs;

    @Inject
    Metrics metrics;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    /** Chats that are worked on, and whether something came meanwhile. */
    private final Map<Long, Boolean> busy = new HashMap<>();

    private volatile BotClient bot;
    private volatile boolean stopped;

    void begin(BotClient client) {
        bot = client;
        wakeAll();
    }

    void stop() {
        stopped = true;
    }

    /** Looks for chats in which something waits. */
    public void wakeAll() {
        if (bot != null) {
            store.chats().forEach(this::wake);
        }
    }

    /** Something came in a chat, or what was waited for is there. */
    void wake(long chatId) {
        synchronized (busy) {
            if (busy.containsKey(chatId)) {
                busy.put(chatId, true);
                return;
            }
            busy.put(chatId, false);
        }
        executor.execute(() -> step(chatId));
    }

    private void step(long chatId) {
        try {
            Optional<Incoming> next = stopped ? Optional.empty() : next(chatId);
            if (next.isPresent()) {
                handle(next.get());
                return;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The updates of a chat on Telegram wait", e);
        }
        synchronized (busy) {
            if (!Boolean.TRUE.equals(busy.remove(chatId)) || stopped) {
                return;
            }
        }
        wake(chatId);
    }

    /** The oldest update that may be handled now. */
    private Optional<Incoming> next(long chatId) {
        List<Incoming> waiting = store.waiting(chatId);
        if (waiting.isEmpty() || waits.in(chatId, AwaitedWork.Kind.ANSWER).isEmpty()) {
            return waiting.stream().findFirst();
        }
        return waiting.stream().filter(Dispatcher::urgent).findFirst();
    }

    private void handle(Incoming update) {
        CompletionStage<Exchange> work;
        try {
            work = dispatcher.handle(bot, update);
        } catch (RuntimeException e) {
            work = java.util.concurrent.CompletableFuture.failedFuture(e);
        }
        work.whenCompleteAsync((exchange, failure) -> end(update, exchange, failure), executor);
    }

    private void end(Incoming update, Exchange exchange, Throwable failure) {
        try {
            Exchange outcome = failure == null ? exchange : apology(update, failure);
            store.handled(update.updateId(), outcome.messages(), outcome.awaited());
            metrics.count(
                    "telegram.updates",
                    "Updates from Telegram that were handled",
                    "outcome",
                    failure == null ? "done" : "failed");
            outcome.awaited().forEach(work -> {
                if (work.kind() == AwaitedWork.Kind.ANSWER) {
                    answers.follow(work);
                } else {
                    jobs.look(work);
                }
            });
        } catch (RuntimeException e) {
            // It stays in the store, and is handled at the next occasion.
            LOG.log(Level.WARNING, "An update from Telegram could not be ended", e);
            synchronized (busy) {
                busy.remove(update.chatId());
            }
            return;
        }
        step(update.chatId());
    }

    private Exchange apology(Incoming update, Throwable failure) {
        Throwable cause = failure instanceof java.util.concurrent.CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        Exchange exchange = dispatcher.exchange(update);
        if (cause instanceof PixazoException known) {
            exchange.say(known.getMessage());
        } else {
            LOG.log(Level.SEVERE, "An update from Telegram failed", cause);
            exchange.say(exchange.text("failed"));
        }
        return exchange;
    }
}
