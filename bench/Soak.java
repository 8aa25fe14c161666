import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clients of {@code /v1/chat/completions} for a long time, against an upstream that fails in every way it knows (see
 * org.pixazo.testing.FakeTextUpstream). Prints the server's memory, threads and open files every minute, and at the end
 * whether every request had the outcome that belongs to it and the ledger has exactly one row for each.
 *
 * <p>Usage: java bench/Soak.java http://localhost:8080 KEY PID [minutes, default 30] [clients, default 32]
 */
public class Soak {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern REQUESTS = Pattern.compile("\"requests\":(\\d+)");

    /**
     * What the upstream is told to do, whether as a stream, and how the answer must look; 0 for a hang-up of ours after the
     * first byte, {@link #IMPATIENT} for one before it.
     */
    private record Task(String words, boolean stream, int status, String ending) {}

    private static final int IMPATIENT = -1;
    private static final long IMPATIENT_MILLIS = 300;

    private static final List<Task> TASKS = List.of(
            new Task("good morning", false, 200, "\"finish_reason\":\"stop\""),
            new Task("good morning", true, 200, "data: [DONE]"),
            new Task("long story", true, 200, "data: [DONE]"),
            new Task("no-stream please", true, 200, "data: [DONE]"),
            new Task("no-usage please", true, 200, "data: [DONE]"),
            new Task("fail-400", false, 400, "\"error\""),
            new Task("fail-429 retry-after-1", false, 429, "\"error\""),
            new Task("fail-500", false, 502, "\"error\""),
            new Task("fail-500", true, 502, "\"error\""),
            new Task("fail-503", true, 502, "\"error\""),
            new Task("html", false, 502, "\"error\""),
            new Task("stall-start", true, 504, "\"error\""),
            new Task("stall in the middle", true, 200, "\"error\""),
            new Task("cut in the middle", true, 200, "\"error\""),
            new Task("malformed chunk", true, 200, ""),
            new Task("end-early", true, 200, "\"error\""),
            new Task("slow answer that nobody waits for", true, 0, ""),
            new Task("long story that nobody reads", true, 0, ""),
            new Task("stall-start before which we leave", true, IMPATIENT, ""),
            new Task("stall-start before which we leave", false, IMPATIENT, ""));

    private static final AtomicLong SENT = new AtomicLong();
    private static final LongAdder WRONG = new LongAdder();
    private static final Map<String, LongAdder> OUTCOMES = new ConcurrentSkipListMap<>();
    private static String base;
    private static String key;

    public static void main(String[] args) throws Exception {
        base = args[0];
        key = args[1];
        long pid = Long.parseLong(args[2]);
        int minutes = args.length > 3 ? Integer.parseInt(args[3]) : 30;
        int clients = args.length > 4 ? Integer.parseInt(args[4]) : 32;
        long before = rows();
        long end = System.nanoTime() + minutes * 60_000_000_000L;
        CountDownLatch done = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++) {
            new Thread(() -> {
                while (System.nanoTime() < end) {
                    run(TASKS.get(ThreadLocalRandom.current().nextInt(TASKS.size())));
                }
                done.countDown();
            }).start();
        }
        System.out.println("minute  requests  resident MB  threads  open files");
        for (int minute = 0; minute <= minutes; minute++) {
            System.out.printf("%6d %9d %12d %8d %11d%n", minute, SENT.get(), rss(pid), threads(pid), files(pid));
            if (minute < minutes) {
                Thread.sleep(60_000);
            }
        }
        done.await();
        Thread.sleep(10_000);
        long rows = rows() - before;
        System.out.printf("at rest %8d %12d %8d %11d%n", SENT.get(), rss(pid), threads(pid), files(pid));
        OUTCOMES.forEach((outcome, times) -> System.out.printf("%9d  %s%n", times.sum(), outcome));
        System.out.printf("requests %d, rows in the ledger %d, wrong outcomes %d%n", SENT.get(), rows, WRONG.sum());
        System.exit(rows == SENT.get() && WRONG.sum() == 0 ? 0 : 1);
    }

    private static void run(Task task) {
        String outcome;
        try {
            SENT.incrementAndGet();
            HttpRequest question = request("/v1/chat/completions")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"grok-4\",\"stream\":" + task.stream
                            + ",\"messages\":[{\"role\":\"user\",\"content\":\"" + task.words + "\"}]}"))
                    .build();
            if (task.status == IMPATIENT) {
                count(task, leave(question) ? "left before an answer" : "was answered before we left");
                return;
            }
            HttpResponse<InputStream> answer = HTTP.send(question, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (task.status == 0) {
                    outcome = body.read() >= 0 ? "left" : "ended before we left";
                } else {
                    String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                    boolean right = answer.statusCode() == task.status && text.contains(task.ending);
                    outcome = right ? "as it should" : "status " + answer.statusCode() + ": " + tail(text);
                    if (!right) {
                        WRONG.increment();
                    }
                }
            }
        } catch (IOException e) {
            outcome = "broke off: " + e.getMessage();
            WRONG.increment();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        count(task, outcome);
    }

    private static boolean leave(HttpRequest question) throws InterruptedException {
        CompletableFuture<?> answer = HTTP.sendAsync(question, HttpResponse.BodyHandlers.ofInputStream());
        try {
            answer.get(IMPATIENT_MILLIS, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException e) {
            return answer.cancel(true);
        } catch (ExecutionException e) {
            return false;
        }
    }

    private static void count(Task task, String outcome) {
        OUTCOMES.computeIfAbsent(
                        task.words + (task.stream ? " (stream): " : ": ") + outcome, name -> new LongAdder())
                .increment();
    }

    private static long rows() throws Exception {
        String summary = HTTP.send(
                        request("/api/usage/summary?group_by=channel").build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher total = REQUESTS.matcher(summary.substring(summary.indexOf("\"total\"")));
        if (!total.find()) {
            throw new IOException("No sum of requests in " + summary);
        }
        return Long.parseLong(total.group(1));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + key);
    }

    private static String tail(String text) {
        String end = text.substring(Math.max(0, text.length() - 120));
        return end.replaceAll("\\s+", " ");
    }

    private static long rss(long pid) throws IOException {
        return status(pid, "VmRSS") / 1024;
    }

    private static long threads(long pid) throws IOException {
        return status(pid, "Threads");
    }

    private static long status(long pid, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(-1);
    }

    private static long files(long pid) throws IOException {
        try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.count();
        }
    }
}
