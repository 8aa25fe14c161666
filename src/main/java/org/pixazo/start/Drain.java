package org.pixazo.start;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Tells the application that the end is near, while its connections still work. It is told through the JVM's
 * management server and not by a class of its own, because the launcher and the application don't share any: whoever
 * registers an MBean as {@value #NAME} with an operation {@code drain()} is called, on any server that wants to.
 */
final class Drain {

    static final String NAME = "org.pixazo:type=Drain";

    private Drain() {}

    /** Calls the application and waits until it is done, at most for the given time. */
    static void run(Duration limit) {
        CountDownLatch done = new CountDownLatch(1);
        Thread worker = new Thread(
                () -> {
                    try {
                        call(ManagementFactory.getPlatformMBeanServer());
                    } finally {
                        done.countDown();
                    }
                },
                "pixazo-drain");
        worker.setDaemon(true);
        worker.start();
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println(
                        "Pixazo still had work after " + limit.toSeconds() + " s and is stopped all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void call(MBeanServer server) {
        try {
            server.invoke(new ObjectName(NAME), "drain", null, null);
        } catch (InstanceNotFoundException e) {
            // Stopped before the application was there: nothing is open that would have to end well.
            return;
        } catch (JMException | RuntimeException e) {
            System.err.println("Pixazo could not end its work cleanly: " + OneLine.of(e));
        }
    }
}
