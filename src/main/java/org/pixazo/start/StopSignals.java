package org.pixazo.start;

import java.time.Duration;

/**
 * Answers SIGTERM, Ctrl-C and SIGHUP: first the application ends its work, then the server stops.
 *
 * <p>The JVM's own answer starts all shutdown hooks at once, the server's among them, which closes the connections
 * under the application. A hook of ours could not come before it, so the signal itself is taken; {@code sun.misc.Signal}
 * is the JDK's only way to do that (module jdk.unsupported, kept by JEP 260 until there is another).
 */
@SuppressWarnings("sunapi")
final class StopSignals {

    /** What the JVM itself adds to a signal's number for its exit code. */
    private static final int EXIT_CODE_BASE = 128;

    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private StopSignals() {}

    static void install() {
        for (String name : new String[] {"TERM", "INT", "HUP"}) {
            try {
                sun.misc.Signal.handle(new sun.misc.Signal(name), StopSignals::stop);
            } catch (IllegalArgumentException e) {
                // Not known to this system (HUP on Windows) or kept by the JVM (-Xrs): then the JVM's answer stands.
                System.getLogger(StopSignals.class.getName())
                        .log(System.Logger.Level.DEBUG, "Signal " + name + " is left to the JVM", e);
            }
        }
    }

    private static void stop(sun.misc.Signal signal) {
        try {
            Drain.run(DRAIN_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exit(EXIT_CODE_BASE + signal.getNumber());
    }

    /** Ends the JVM with the given code, by force if the server's own stopping hangs. */
    static void exit(int code) {
        Thread force = new Thread(
                () -> {
                    try {
                        Thread.sleep(STOP_LIMIT.toMillis());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(code);
                },
                "pixazo-stop");
        force.setDaemon(true);
        force.start();
        System.exit(code);
    }
}
