import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged product in a process of its own, and a client of it. */
class Server {

    static final String ADMIN = "pxz_bench-0123456789-0123456789-0123456789";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final int port;
    private final Path data;
    private final Map<String, String> settings;
    private Process process;

    Server(int port, Path data, Map<String, String> settings) {
        this.port = port;
        this.data = data;
        this.settings = settings;
    }

    /** Comes back when it is ready. */
    void start() throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("java"));
        command.addAll(List.of(System.getenv().getOrDefault("JAVA_FLAGS", "-XX:+UseSerialGC -Xmx512m").split(" ")));
        command.addAll(List.of("-jar", "target/pixazo.jar"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()));
        builder.environment().putAll(settings);
        builder.environment()
                .putAll(Map.of(
                        "PIXAZO_PORT", Integer.toString(port),
                        "PIXAZO_DATA_DIR", data.resolve("data").toString(),
                        "PIXAZO_REGISTRATION", "open",
                        "PIXAZO_ADMIN_USERNAME", "bench",
                        "PIXAZO_ADMIN_PASSWORD", "bench-password",
                        "PIXAZO_ADMIN_API_KEY", ADMIN));
        process = builder.start();
        long deadline = System.nanoTime() + 900_000_000_000L;
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                List<String> log = Files.readAllLines(data.resolve("log"));
                throw new IllegalStateException(String.join("\n", log.subList(Math.max(0, log.size() - 20), log.size())));
            }
            Thread.sleep(100);
        }
    }

    private boolean ready() {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/health/ready"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    long residentMegabytes() throws IOException {
        Matcher rss = Pattern.compile("VmRSS:\\s+(\\d+)")
                .matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        return rss.find() ? Long.parseLong(rss.group(1)) / 1024 : -1;
    }

    /** An API key of a new user. */
    String newUser(String name) throws Exception {
        String account = "{\"username\":\"" + name + "\",\"password\":\"" + name + "-password\"}";
        HTTP.send(request("/api/auth/register", null, account), HttpResponse.BodyHandlers.ofString());
        String cookie = HTTP.send(request("/api/auth/login", null, account), HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
        HttpRequest key = HttpRequest.newBuilder(uri("/api/keys"))
                .header("Cookie", cookie)
                .header("Origin", "http://localhost:" + port)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"bench\"}"))
                .build();
        Matcher secret = Pattern.compile("\"secret\":\"([^\"]+)\"")
                .matcher(HTTP.send(key, HttpResponse.BodyHandlers.ofString()).body());
        secret.find();
        return secret.group(1);
    }

    String get(String path, String key) throws Exception {
        return ok(HTTP.send(
                HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key).build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    byte[] bytes(String path, String key) throws Exception {
        HttpResponse<byte[]> response = HTTP.send(
                HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(path + " " + response.statusCode());
        }
        return response.body();
    }

    String post(String path, String key, String json) throws Exception {
        return ok(HTTP.send(request(path, key, json), HttpResponse.BodyHandlers.ofString()));
    }

    private static String ok(HttpResponse<String> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.uri() + " " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private HttpRequest request(String path, String key, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return key == null
                ? request.build()
                : request.header("Authorization", "Bearer " + key).build();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
