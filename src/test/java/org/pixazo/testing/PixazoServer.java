package org.pixazo.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The product as people start it: {@code java -jar target/pixazo.jar} in a process of its own, on a free port, with the
 * settings of a test. Can be stopped, killed and started again over the same data.
 */
public final class PixazoServer implements AutoCloseable {

    /** An API key of the administrator {@code root}, whose password is {@link #ADMIN_PASSWORD}. */
    public static final String ADMIN_KEY = "pxz_test-administrator-0123456789-0123456789";

    public static final String ADMIN = "root";
    public static final String ADMIN_PASSWORD = "correct horse battery";

    private static final long START_SECONDS = Long.getLong("pixazo.test.startSeconds", 120);
    private static final long STOP_SECONDS = 40;

    private final Map<String, String> settings = new HashMap<>();
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final int port = freePort();

    private Process process;
    private CountDownLatch ready;

    private PixazoServer(Path dataDir, Map<String, String> given) {
        settings.put("PIXAZO_PORT", Integer.toString(port));
        settings.put("PIXAZO_DATA_DIR", dataDir.toString());
        settings.put("PIXAZO_ADMIN_USERNAME", ADMIN);
        settings.put("PIXAZO_ADMIN_PASSWORD", ADMIN_PASSWORD);
        settings.put("PIXAZO_ADMIN_API_KEY", ADMIN_KEY);
        settings.put("PIXAZO_REGISTRATION", "open");
        settings.putAll(Database.fresh());
        settings.putAll(given);
    }

    /** Starts a server and waits until it says that it is ready. */
    public static PixazoServer start(Path dataDir, Map<String, String> settings) {
        PixazoServer server = new PixazoServer(dataDir, settings);
        server.start();
        return server;
    }

    /** Starts a server that is expected not to come up; {@link #exitCode} and {@link #output} tell why. */
    public static PixazoServer launch(Path dataDir, Map<String, String> settings) {
        PixazoServer server = new PixazoServer(dataDir, settings);
        server.launch();
        return server;
    }

    /** Starts the server again after it ended. */
    public void start() {
        launch();
        try {
            if (!ready.await(START_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
                throw new IllegalStateException("The server did not come up:\n" + String.join("\n", output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void launch() {
        output.clear();
        ready = new CountDownLatch(1);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Path.of("target", "pixazo.jar").toAbsolutePath().toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.matches("(PIXAZO|GROK|TELEGRAM)_.*"));
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(() -> read(process, ready), "output of pixazo");
        reader.setDaemon(true);
        reader.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    private void read(Process of, CountDownLatch signal) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(of.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith("Pixazo is ready at ")) {
                    signal.countDown();
                }
            }
        } catch (IOException e) {
            output.add("(the output ended: " + e.getMessage() + ")");
        }
        signal.countDown();
    }

    /** Kills the process as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Sends SIGTERM and waits for the end. */
    public void terminate() {
        process.destroy();
        exitCode();
    }

    /** The number of the running process. */
    public long pid() {
        return process.pid();
    }

    /** Waits for the end of the process. */
    public int exitCode() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not end:\n" + String.join("\n", output));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything that the process has printed since its start, standard output and error together. */
    public List<String> output() {
        return List.copyOf(output);
    }

    /** The server's address without a trailing slash. */
    public URI uri() {
        return URI.create("http://localhost:" + port);
    }

    /** A client that is nobody. */
    public Api anonymous() {
        return new Api(uri(), Map.of());
    }

    /** A client with the administrator's key. */
    public Api admin() {
        return withKey(ADMIN_KEY);
    }

    /** A client with an API key. */
    public Api withKey(String key) {
        return new Api(uri(), Map.of("Authorization", "Bearer " + key));
    }

    /** Makes an account of its own and gives a client with a key of it. */
    public Api newUser() {
        String name = "user" + System.nanoTime();
        anonymous()
                .post("/api/auth/register", Map.of("username", name, "password", "a long password"))
                .expect(201);
        Api browser = anonymous().login(name, "a long password");
        return withKey(
                browser.post("/api/keys", Map.of("name", "test")).expect(201).text("secret"));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
