package org.pixazo.providers.control;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.providers.entity.ChatCompletion;

/** A listener that keeps what it hears, for a test to wait for. */
final class HeardAnswer implements ChatListener {

    private static final int PATIENCE_SECONDS = 20;

    final List<String> answering = new CopyOnWriteArrayList<>();
    final List<String> deltas = new CopyOnWriteArrayList<>();
    final CountDownLatch firstDelta = new CountDownLatch(1);
    private final CompletableFuture<Object> end = new CompletableFuture<>();
    final Set<String> threads = ConcurrentHashMap.newKeySet();
    final List<Object> ends = new CopyOnWriteArrayList<>();

    @Override
    public void onAnswering(String upstream) {
        answering.add(upstream);
    }

    @Override
    public void onDelta(String content) {
        threads.add(Thread.currentThread().getName());
        deltas.add(content);
        firstDelta.countDown();
    }

    @Override
    public void onComplete(ChatCompletion completion) {
        threads.add(Thread.currentThread().getName());
        ends.add(completion);
        end.complete(completion);
    }

    @Override
    public void onError(PixazoException error) {
        threads.add(Thread.currentThread().getName());
        ends.add(error);
        end.complete(error);
    }

    String text() {
        return String.join("", deltas);
    }

    void awaitFirstDelta() throws InterruptedException {
        if (!firstDelta.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("No delta came.");
        }
    }

    void awaitEnd() {
        ended();
    }

    ChatCompletion completion() {
        Object ended = ended();
        if (ended instanceof ChatCompletion completion) {
            return completion;
        }
        throw new AssertionError("The answer failed.", (Throwable) ended);
    }

    PixazoException error() {
        Object ended = ended();
        if (ended instanceof PixazoException error) {
            return error;
        }
        throw new AssertionError("The answer did not fail: " + text());
    }

    private Object ended() {
        try {
            return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException failure) {
            throw new AssertionError("The answer did not end.", failure);
        }
    }
}
