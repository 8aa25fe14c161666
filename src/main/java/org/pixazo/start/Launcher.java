package org.pixazo.start;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.pixazo.settings.entity.Settings;
import org.pixazo.settings.entity.WrongSettingException;

/**
 * The main class of {@code pixazo.jar}: checks the settings, boots the server that is packed beside it with the
 * application, and says when the application is there.
 *
 * <p>Exit codes: 2 for a wrong setting, 1 when the application did not come up, 128 + n after signal n. A wrong setting
 * is one line on the standard error, and any other failure ends in one; the only line on the standard output says where
 * Pixazo is.
 */
public final class Launcher {

    private static final int FAILED = 1;

    private static final int WRONG_SETTING = 2;

    /** Ends a start that hangs; far above the usual ten seconds, because a busy machine has needed more than 120. */
    private static final Duration START_LIMIT = Duration.ofSeconds(300);

    /** After the boot, which is done with the deployment when it returns. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(120);

    /** The same, when the server has reported a failure that may or may not have cost us the application. */
    private static final Duration DOUBTFUL_ANSWER_LIMIT = Duration.ofSeconds(10);

    private Launcher() {}

    /** Starts Pixazo; further arguments are handed to Payara Micro. */
    public static void main(String[] arguments) {
        int port;
        WorkFolder folder;
        try {
            port = checkedPort();
            folder = WorkFolder.createIn(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (WrongSettingException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_SETTING);
            return;
        } catch (UncheckedIOException e) {
            System.err.println("Pixazo did not start: " + OneLine.of(e.getMessage()) + " (" + OneLine.of(e) + ")");
            System.exit(FAILED);
            return;
        }
        PrintStream standardOutput = System.out;
        // The server prints there at times; whoever waits for the ready line shall find nothing else.
        System.setOut(System.err);
        Memory.keepSmall();
        Compilation.spareStart(folder.path());
        Shutdown shutdown = new Shutdown(folder);
        shutdown.listen();
        if (Boolean.getBoolean("pixazo.stopWithParent")) {
            shutdown.listenToParent();
        }
        StartLog.begin();
        CountDownLatch ready = new CountDownLatch(1);
        limit(shutdown, ready);
        try {
            shutdown.covers(PayaraMicro.boot(folder.path(), port, arguments));
            requireApplication(port);
            ready.countDown();
            StartLog.release();
            standardOutput.println("Pixazo is ready at http://localhost:" + port);
            Memory.giveBack();
        } catch (WrongSettingException e) {
            StartLog.drop();
            shutdown.exit(WRONG_SETTING, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(shutdown, "it was interrupted");
        } catch (ReflectiveOperationException | RuntimeException e) {
            fail(shutdown, OneLine.of(e));
        }
    }

    /** Before the server boots, so that a wrong setting costs a moment and not a whole start. */
    private static int checkedPort() {
        int port = Settings.read(Launcher::setting).port();
        HttpPort.requireFree(port);
        return port;
    }

    private static void requireApplication(int port) throws InterruptedException {
        Optional<String> wrongSetting = StartLog.wrongSetting();
        if (wrongSetting.isPresent()) {
            throw new WrongSettingException(wrongSetting.get(), null);
        }
        Optional<String> failure = StartLog.firstFailure();
        if (!new Readiness(port).await(failure.isPresent() ? DOUBTFUL_ANSWER_LIMIT : ANSWER_LIMIT)) {
            throw new IllegalStateException(failure.orElse("the server came up without the application"));
        }
    }

    /** Ends a start that hangs; nobody may watch it who could. */
    private static void limit(Shutdown shutdown, CountDownLatch ready) {
        Thread watch = new Thread(
                () -> {
                    try {
                        if (!ready.await(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                            fail(shutdown, "it took longer than " + START_LIMIT.toSeconds() + " s");
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "pixazo-start-limit");
        watch.setDaemon(true);
        watch.start();
    }

    private static void fail(Shutdown shutdown, String reason) {
        StartLog.release();
        shutdown.exit(FAILED, "Pixazo did not start: " + reason);
    }

    /** Looks a setting up as the application does: a system property outranks the environment. */
    private static String setting(String name) {
        String property = System.getProperty(name);
        return property != null ? property : System.getenv(name);
    }
}
