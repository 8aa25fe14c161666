import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 64 clients that read and write at once, each in a chat of its own; afterwards every acknowledged write must be there.
 * Usage: java bench/Mixed.java http://localhost:8080 KEY [seconds, default 60] [clients, default 64]
 */
public class Mixed {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static String base;
    private static String key;

    public static void main(String[] args) throws Exception {
        base = args[0] + "/api";
        key = args[1];
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
        int clients = args.length > 3 ? Integer.parseInt(args[3]) : 64;
        long workspace = id(call("POST", "/workspaces", "{\"name\":\"mixed\"}"));
        long[] chats = new long[clients];
        for (int i = 0; i < clients; i++) {
            chats[i] = id(call("POST", "/workspaces/" + workspace + "/chats", "{\"name\":\"c" + i + "\"}"));
        }
        long[] acknowledged = new long[clients];
        LongAdder reads = new LongAdder();
        LongAdder errors = new LongAdder();
        AtomicLong slowest = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        CountDownLatch done = new CountDownLatch(clients);
        var pool = Executors.newFixedThreadPool(clients);
        for (int i = 0; i < clients; i++) {
            int client = i;
            pool.execute(() -> {
                try {
                    while (System.nanoTime() < end) {
                        long begin = System.nanoTime();
                        boolean write = ThreadLocalRandom.current().nextInt(100) < 40;
                        HttpResponse<String> answer = write
                                ? call("POST", "/chats/" + chats[client] + "/messages",
                                        "{\"role\":\"system\",\"content\":\"message " + acknowledged[client] + "\"}")
                                : call("GET", ThreadLocalRandom.current().nextBoolean()
                                        ? "/workspaces" : "/chats/" + chats[client] + "/messages", null);
                        slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
                        if (answer.statusCode() / 100 != 2) {
                            errors.increment();
                            System.err.println(answer.statusCode() + " " + answer.body());
                        } else if (write) {
                            acknowledged[client]++;
                        } else {
                            reads.increment();
                        }
                    }
                } catch (Exception e) {
                    errors.increment();
                    System.err.println(e);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        pool.shutdown();
        long lost = 0;
        for (int i = 0; i < clients; i++) {
            lost += acknowledged[i] - stored(chats[i]);
        }
        long writes = Arrays.stream(acknowledged).sum();
        System.out.printf("%d clients, %d s: %d reads/s, %d writes/s, %d errors, %d lost writes, slowest %d ms%n",
                clients, seconds, reads.sum() / seconds, writes / seconds, errors.sum(), lost, slowest.get() / 1_000_000);
        System.exit(errors.sum() == 0 && lost == 0 ? 0 : 1);
    }

    private static long stored(long chat) throws Exception {
        long count = 0;
        String cursor = "";
        while (cursor != null) {
            String page = call("GET", "/chats/" + chat + "/messages?limit=100" + cursor, null).body();
            count += page.split("\"chat_id\":", -1).length - 1;
            Matcher next = Pattern.compile("\"next_cursor\":\"([^\"]+)\"").matcher(page);
            cursor = next.find() ? "&cursor=" + next.group(1) : null;
        }
        return count;
    }

    private static HttpResponse<String> call(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static long id(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.body());
        if (!id.find()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return Long.parseLong(id.group(1));
    }
}
