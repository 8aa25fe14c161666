import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Imports so many messages, 100,000 a file, and then times the list of chats, the opening of a chat, and searches of many
 * kinds, one client, one after the other. Arguments: URL, API key, hundred thousands of messages, process id of the server.
 */
public class Million {

    private static final int CHATS = 1_000;
    private static final int MESSAGES = 100;
    private static final int WORDS = 50;
    private static final int VOCABULARY = 50_000;
    private static final int ROUNDS = 300;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Random RANDOM = new Random(1);
    private static final String[] VOCAB = vocabulary();

    private static String url;
    private static String key;
    private static long server;

    public static void main(String[] arguments) throws Exception {
        url = arguments[0];
        key = arguments[1];
        int files = Integer.parseInt(arguments[2]);
        long pid = Long.parseLong(arguments[3]);
        server = pid;
        long workspace = id(post("/api/workspaces", "{\"name\":\"Million\"}"));
        for (int file = 0; file < files; file++) {
            Path json = file(file);
            collect(pid);
            double before = heap(pid);
            Peak peak = new Peak(pid);
            peak.start();
            double processor = processor(pid);
            long begin = System.nanoTime();
            String made = send(HttpRequest.newBuilder(URI.create(url + "/api/workspaces/" + workspace + "/chats/import"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofFile(json)));
            double seconds = (System.nanoTime() - begin) / 1e9;
            double used = processor(pid) - processor;
            peak.end();
            System.out.printf(
                    "import %d: %.1f s, processor %.1f s, %d MB, heap before %.0f MB, highest after a collection %.0f MB, highest %.0f MB%n",
                    file + 1, seconds, used, Files.size(json) >> 20, before, peak.live, peak.used);
            if (!made.contains("\"imported\":" + CHATS + ",")) {
                throw new IllegalStateException(made.substring(0, Math.min(300, made.length())));
            }
            Files.delete(json);
        }
        long last = id(get("/api/workspaces/" + workspace + "/chats?limit=1"));
        time("list of 50 chats", ROUNDS, i -> "/api/workspaces/" + workspace + "/chats?limit=50");
        time("opening a chat: its head", ROUNDS, i -> "/api/chats/" + (last - RANDOM.nextInt(files * CHATS)));
        time("opening a chat: its 100 messages", ROUNDS, i -> "/api/chats/" + (last - RANDOM.nextInt(files * CHATS)) + "/messages?limit=100");
        List<Double> all = new ArrayList<>();
        all.addAll(search("one rare word", i -> VOCAB[20_000 + RANDOM.nextInt(30_000)]));
        all.addAll(search("one usual word", i -> VOCAB[200 + RANDOM.nextInt(2_000)]));
        all.addAll(search("one of the 20 commonest", i -> VOCAB[RANDOM.nextInt(20)]));
        all.addAll(search("two words", i -> word() + " " + word()));
        all.addAll(search("three words", i -> word() + " " + word() + " " + word()));
        all.addAll(search("a phrase", i -> "\"" + word() + " " + word() + "\""));
        all.addAll(search("a beginning of 4", i -> VOCAB[5_000 + RANDOM.nextInt(30_000)].substring(0, 4) + "*"));
        all.addAll(search("a beginning typed, 3 letters", i -> VOCAB[5_000 + RANDOM.nextInt(30_000)].substring(0, 3)));
        all.addAll(search("a word and a model", i -> word() + " model:grok-4"));
        all.addAll(search("a word and a time", i -> word() + " after:2025-06-01 before:2025-07-01"));
        report("all searches", all);
    }

    private static List<Double> search(String name, IntFunction<String> q) throws Exception {
        return time("search: " + name, ROUNDS / 3, i ->
                "/api/search?q=" + URLEncoder.encode(q.apply(i), StandardCharsets.UTF_8));
    }

    private static List<Double> time(String name, int rounds, IntFunction<String> path) throws Exception {
        for (int i = 0; i < 10; i++) {
            get(path.apply(i));
        }
        List<Double> millis = new ArrayList<>();
        double processor = processor(server);
        for (int i = 0; i < rounds; i++) {
            String asked = path.apply(i);
            long begin = System.nanoTime();
            get(asked);
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        double used = (processor(server) - processor) * 1000 / rounds;
        report(String.format("%s (processor %.1f ms)", name, used), millis);
        return millis;
    }

    private static void report(String name, List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(x -> x).sorted().toArray();
        System.out.printf(
                "%-62s p50 %7.1f ms  p95 %7.1f ms  p99 %7.1f ms  highest %7.1f ms%n",
                name, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double part) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(part * sorted.length) - 1)];
    }

    /** Watches the heap: what is used, and what is used right after each collection. */
    private static final class Peak extends Thread {

        private final long pid;
        private volatile boolean over;
        double used;
        double live;
        private double last;

        Peak(long pid) {
            this.pid = pid;
        }

        @Override
        public void run() {
            while (!over) {
                double now = heap(pid);
                used = Math.max(used, now);
                if (now < last) {
                    live = Math.max(live, now);
                }
                last = now;
                pause();
            }
        }

        /** jstat is a JVM of its own, which would take from what is measured. */
        private static void pause() {
            try {
                Thread.sleep(700);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void end() throws InterruptedException {
            over = true;
            join();
        }
    }

    /** Seconds of processor time that the server has used. */
    private static double processor(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(used -> used.toMillis() / 1000.0)
                .orElse(0.0);
    }

    private static double heap(long pid) {
        String[] names = run("jstat", "-gc", Long.toString(pid)).strip().split("\\s+");
        int columns = names.length / 2;
        double kilobytes = 0;
        for (int i = 0; i < columns; i++) {
            if (List.of("S0U", "S1U", "EU", "OU").contains(names[i])) {
                kilobytes += Double.parseDouble(names[columns + i]);
            }
        }
        return kilobytes / 1024;
    }

    private static void collect(long pid) {
        run("jcmd", Long.toString(pid), "GC.run");
    }

    private static String run(String... command) {
        try {
            return new String(new ProcessBuilder(command).start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Open WebUI exports: 1,000 chats of 100 messages. */
    private static Path file(int number) throws IOException {
        Path path = Files.createTempFile("million", ".json");
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            for (int chat = 0; chat < CHATS; chat++) {
                long time = 1_735_689_600L + RANDOM.nextInt(30_000_000);
                out.write(chat == 0 ? "[" : ",\n");
                out.write("{\"id\":\"" + number + "-" + chat + "\",\"created_at\":" + time + ",\"chat\":{\"title\":\"" + word() + " " + word()
                        + "\",\"history\":{\"currentId\":\"" + (MESSAGES - 1) + "\",\"messages\":{");
                for (int i = 0; i < MESSAGES; i++) {
                    out.write((i == 0 ? "" : ",") + "\"" + i + "\":{\"id\":\"" + i + "\",\"parentId\":"
                            + (i == 0 ? "null" : "\"" + (i - 1) + "\"") + ",\"role\":\"" + (i % 2 == 0 ? "user" : "assistant")
                            + "\",\"model\":\"" + (chat % 2 == 0 ? "grok-4" : "llama3") + "\",\"timestamp\":" + (time + i) + ",\"content\":\"");
                    for (int k = 0; k < WORDS; k++) {
                        out.write(word());
                        out.write(' ');
                    }
                    out.write("\"}");
                }
                out.write("}}}}");
            }
            out.write("]");
        }
        return path;
    }

    /** The n-th word comes about 1/n as often as the first. */
    private static String word() {
        return VOCAB[Math.min(VOCABULARY - 1, (int) Math.exp(RANDOM.nextDouble() * Math.log(VOCABULARY)) - 1)];
    }

    private static String[] vocabulary() {
        Random random = new Random(2);
        String[] words = new String[VOCABULARY];
        Arrays.setAll(words, i -> {
            StringBuilder word = new StringBuilder();
            for (int length = 4 + random.nextInt(8); length > 0; length--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            return word.toString();
        });
        return words;
    }

    private static long id(String json) {
        Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(json);
        id.find();
        return Long.parseLong(id.group(1));
    }

    private static String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    private static String post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    request.header("Authorization", "Bearer " + key).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
