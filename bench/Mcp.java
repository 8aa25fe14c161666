import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/**
 * The list of image models by REST and by MCP's list_models: request by request in turns by one client, then the
 * throughput of 16 clients, again in turns. Every answer is checked to be one.
 * Usage: java bench/Mcp.java http://localhost:8080 KEY [pairs, default 5000] [seconds a round of throughput, default 5]
 */
public class Mcp {

    private static final int CLIENTS = 16;
    private static final int ROUNDS = 3;
    private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
            + "\"params\":{\"name\":\"list_models\",\"arguments\":{\"kind\":\"image\"}}}";

    // HTTP/1.1, as the clients of both speak it.
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static void main(String[] args) throws Exception {
        int pairs = args.length > 2 ? Integer.parseInt(args[2]) : 5_000;
        int seconds = args.length > 3 ? Integer.parseInt(args[3]) : 5;
        HttpRequest rest = request(args[0] + "/api/models?kind=image", args[1]).GET().build();
        HttpRequest mcp = request(args[0] + "/mcp", args[1])
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(CALL))
                .build();
        System.out.println("warming up with " + pairs + " pairs");
        inTurns(rest, mcp, pairs);
        for (int round = 1; round <= ROUNDS; round++) {
            long[][] nanos = inTurns(rest, mcp, pairs);
            System.out.printf(
                    "round %d, one client, %d pairs: REST p50 %.3f p99 %.3f ms, MCP p50 %.3f p99 %.3f ms, ratio of p50 %.2f%n",
                    round, pairs, at(nanos[0], 50), at(nanos[0], 99), at(nanos[1], 50), at(nanos[1], 99),
                    at(nanos[1], 50) / at(nanos[0], 50));
        }
        throughput(rest, seconds);
        throughput(mcp, seconds);
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf(
                    "round %d, %d clients: REST %.0f/s, MCP %.0f/s%n",
                    round, CLIENTS, throughput(rest, seconds), throughput(mcp, seconds));
        }
    }

    private static HttpRequest.Builder request(String url, String key) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + key);
    }

    private static long[][] inTurns(HttpRequest rest, HttpRequest mcp, int pairs) throws Exception {
        long[][] nanos = new long[2][pairs];
        for (int i = 0; i < pairs; i++) {
            // Who comes first changes, so that neither always follows the other.
            if (i % 2 == 0) {
                nanos[0][i] = send(rest);
                nanos[1][i] = send(mcp);
            } else {
                nanos[1][i] = send(mcp);
                nanos[0][i] = send(rest);
            }
        }
        return nanos;
    }

    private static double throughput(HttpRequest request, int seconds) throws InterruptedException {
        LongAdder answers = new LongAdder();
        CountDownLatch done = new CountDownLatch(CLIENTS);
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        for (int i = 0; i < CLIENTS; i++) {
            new Thread(() -> {
                try {
                    while (System.nanoTime() < end) {
                        send(request);
                        answers.increment();
                    }
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                } finally {
                    done.countDown();
                }
            }).start();
        }
        done.await();
        return answers.sum() * 1e9 / (System.nanoTime() - begin);
    }

    private static long send(HttpRequest request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        long nanos = System.nanoTime() - begin;
        if (answer.statusCode() != 200 || !answer.body().contains("\"sdxl\"")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return nanos;
    }

    private static double at(long[] nanos, int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) ((long) (sorted.length - 1) * percent / 100)] / 1e6;
    }
}
