package org.pixazo.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions, as long as it must and no longer. */
public final class Wait {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Wait() {}

    /** @throws AssertionError where the condition does not hold in time */
    public static void until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Nothing happened within " + limit);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
