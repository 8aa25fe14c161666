package org.pixazo.telegram.control;

import java.time.Duration;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * A chat in the sender: at most one message is under way in it, and none before its rest is over. Beside its durable queue
 * it has one passing message, the newest view of something under way.
 */
final class Lane implements Delayed {

    private final long chatId;

    private volatile long freeAt = System.nanoTime();
    private boolean queued;
    private boolean wakened;
    private Runnable passing;
    private int failures;

    Lane(long chatId) {
        this.chatId = chatId;
    }

    long chatId() {
        return chatId;
    }

    /** Something is there to be sent; tells whether the lane must be queued for that. */
    synchronized boolean wake() {
        wakened = true;
        boolean enters = !queued;
        queued = true;
        return enters;
    }

    /** Its turn begins. */
    synchronized void begin() {
        wakened = false;
    }

    /** Its turn ends; tells whether it must be queued again. */
    synchronized boolean end(boolean more) {
        queued = more || wakened || passing != null;
        return queued;
    }

    /** Replaces the passing message; null for none. */
    synchronized void pass(Runnable message) {
        passing = message;
    }

    synchronized Runnable takePassing() {
        Runnable message = passing;
        passing = null;
        return message;
    }

    void rest(Duration time) {
        freeAt = System.nanoTime() + time.toNanos();
    }

    /** One more failure in a row. */
    int failed() {
        return ++failures;
    }

    void succeeded() {
        failures = 0;
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(freeAt - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
}
