package org.pixazo.start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The main class of {@code pixazo.jar}: checks the settings, boots the server that is packed beside it with the
 * application, and says when the application is there.
 *
 * <p>Exit codes: 2 for a wrong setting, 1 when the application did not come up, 128 + n after signal n. Either failure
 * is one line on the standard error; the one line on the standard output is the last and says where Pixazo is.
 */
public final class Launcher {

    private static final int FAILED = 1;

    private static final int WRONG_SETTING = 2;

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private Launcher() {}

    /** Starts Pixazo; further arguments are handed to Payara Micro. */
    public static void main(String[] arguments) {
        try {
            start(arguments);
        } catch (WrongSettingException e) {
            fail(WRONG_SETTING, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(FAILED, "Pixazo was interrupted while it started");
        } catch (ReflectiveOperationException | RuntimeException e) {
            fail(FAILED, "Pixazo did not start: " + OneLine.of(e));
        }
    }

    private static void start(String[] arguments) throws ReflectiveOperationException, InterruptedException {
        Function<String, String> settings = Launcher::setting;
        List<String> faults = SettingsCheck.faults(settings);
        if (!faults.isEmpty()) {
            throw new WrongSettingException(faults.get(0));
        }
        int port = HttpPort.parse(settings.apply(HttpPort.VARIABLE));
        HttpPort.requireFree(port);

        Memory.keepSmall();
        WorkFolder folder = WorkFolder.createIn(Path.of(System.getProperty("java.io.tmpdir")));
        StopSignals.install();
        PayaraMicro.boot(folder.path(), port, arguments);
        if (!new Readiness(port).await(START_LIMIT)) {
            throw new IllegalStateException("the application did not answer within " + START_LIMIT.toSeconds() + " s");
        }
        System.gc();
        System.out.println("Pixazo is ready at http://localhost:" + port);
    }

    /** Looks a setting up as the application does: a system property outranks the environment. */
    private static String setting(String name) {
        String property = System.getProperty(name);
        return property != null ? property : System.getenv(name);
    }

    private static void fail(int code, String line) {
        System.err.println(line);
        StopSignals.exit(code);
    }
}
