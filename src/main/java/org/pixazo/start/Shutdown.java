package org.pixazo.start;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way down: on SIGTERM, Ctrl-C or SIGHUP the application ends its work first, then the server stops, then the work
 * folder goes, then the JVM.
 *
 * <p>The JVM's own answer to a signal starts all shutdown hooks at once, the server's among them, which takes the
 * application away under its open streams. A hook of ours could not come before it, so the signal itself is taken;
 * {@code sun.misc.Signal} is the JDK's only way to do that (module jdk.unsupported, kept by JEP 260 until there is
 * another). Where a signal can't be taken, the JVM's own answer still stops the server.
 */
@SuppressWarnings("sunapi")
final class Shutdown {

    /** What the JVM itself adds to a signal's number for its exit code. */
    private static final int SIGNAL_EXIT_CODE = 128;

    private static final int SIGTERM = 15;

    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final AtomicBoolean begun = new AtomicBoolean();

    private final WorkFolder folder;

    private volatile PayaraMicro server;

    Shutdown(WorkFolder folder) {
        this.folder = folder;
    }

    /** Takes the signals from now on. */
    void listen() {
        for (String name : new String[] {"TERM", "INT", "HUP"}) {
            try {
                sun.misc.Signal.handle(new sun.misc.Signal(name), signal -> stop(signal.getNumber()));
            } catch (IllegalArgumentException e) {
                // Unknown to this system (HUP on Windows), or the JVM keeps it (-Xrs).
                System.getLogger(Shutdown.class.getName())
                        .log(System.Logger.Level.DEBUG, "Signal " + name + " is left to the JVM", e);
            }
        }
    }

    /** Tells which server is to be stopped; before this call there is none that could be. */
    void covers(PayaraMicro booted) {
        server = booted;
    }

    /** Says the last word and ends the JVM with the given code; nothing when the end has already begun. */
    void exit(int code, String lastWord) {
        if (begun.compareAndSet(false, true)) {
            System.err.println(lastWord);
            end(code);
        }
    }

    /**
     * Takes the end of the process that started this one like a SIGTERM. For a parent that doesn't pass its own end on,
     * as Maven.
     */
    void listenToParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> stop(SIGTERM)));
    }

    private void stop(int signal) {
        // A second signal changes nothing: it comes from the same Ctrl-C by way of Maven, and draining has its limit.
        if (begun.compareAndSet(false, true)) {
            Thread worker = new Thread(
                    () -> {
                        Drain.run(DRAIN_LIMIT);
                        end(SIGNAL_EXIT_CODE + signal);
                    },
                    "pixazo-shutdown");
            // The thread of a signal is a daemon: the JVM would be gone with the server's last thread.
            worker.setDaemon(false);
            worker.start();
        }
    }

    private void end(int code) {
        forceExitAfterLimit(code);
        // While the server stops it prints a forgotten line of debugging.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        if (server != null) {
            try {
                server.stop();
            } catch (ReflectiveOperationException e) {
                System.err.println("The server did not stop cleanly: " + OneLine.of(e));
            }
            folder.delete();
        }
        System.exit(code);
    }

    /** A server that hangs while it stops must not keep the process: who sent the signal waits for its end. */
    private static void forceExitAfterLimit(int code) {
        Thread force = new Thread(
                () -> {
                    try {
                        Thread.sleep(STOP_LIMIT.toMillis());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(code);
                },
                "pixazo-force-exit");
        force.setDaemon(true);
        force.start();
    }
}
