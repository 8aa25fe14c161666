package org.pixazo.providers.control;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Raises an alarm when nothing has happened for a while. A sign of life only notes the time, and one timer looks at it
 * when it could be overdue, so a stream of thousands of pieces costs no more timers than a silent one.
 */
final class IdleWatch {

    private final ScheduledExecutorService scheduler;
    private final long idleNanos;
    private final Runnable alarm;
    private volatile long lastSign;
    private ScheduledFuture<?> timer;
    private boolean stopped;

    IdleWatch(ScheduledExecutorService scheduler, Duration idle, Runnable alarm) {
        this.scheduler = scheduler;
        this.idleNanos = idle.toNanos();
        this.alarm = alarm;
    }

    void start() {
        touch();
        schedule(idleNanos);
    }

    /** Something happened. */
    void touch() {
        lastSign = System.nanoTime();
    }

    synchronized void stop() {
        stopped = true;
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private synchronized void schedule(long nanos) {
        if (!stopped) {
            timer = scheduler.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        long left = idleNanos - (System.nanoTime() - lastSign);
        if (left > 0) {
            schedule(left);
            return;
        }
        synchronized (this) {
            if (stopped) {
                return;
            }
            stopped = true;
        }
        alarm.run();
    }
}
