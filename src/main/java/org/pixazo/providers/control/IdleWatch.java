package org.pixazo.providers.control;

import java.time.Duration;
import java.util.concurrent.Future;

/**
 * Raises an alarm when nothing has happened for a while. A sign of life only notes the time, and one timer looks at it
 * when it could be overdue, so a stream of thousands of pieces costs no more timers than a silent one.
 */
final class IdleWatch {

    private final Timers timers;
    private final long idleNanos;
    private final Runnable alarm;
    private volatile long lastSign;
    private Future<?> timer;
    private boolean stopped;

    IdleWatch(Timers timers, Duration idle, Runnable alarm) {
        this.timers = timers;
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
            timer = timers.after(Duration.ofNanos(nanos), this::look);
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
