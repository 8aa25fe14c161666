package org.pixazo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.FakeTextUpstream;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.RawClient;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;

/** Streams of chat completions go on as they come, hold no thread, and end as they should. */
class ChatStreamsIT {

    private static final String PATH = "/v1/chat/completions";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LIVE_THREADS = Pattern.compile("(?m)^jvm_threads_live_threads (\\S+)");

    private final PixazoServer server = Shared.server();
    private final Api user = server.newUser();

    @Test
    void events_pass_byte_for_byte() {
        Answer answer = ask("vendor-fields").expect(200);

        assertThat(answer.body()).isEqualTo(FakeTextUpstream.VENDOR_EVENTS);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    }

    @Test
    void a_word_arrives_while_the_upstream_still_thinks() {
        try (RawClient client = open("stall", 0)) {
            assertThat(client.until("said: ")).contains("\"content\":\"You \"").doesNotContain("[DONE]");
        }
    }

    @Test
    void the_tokens_come_to_whoever_asks_for_them() {
        String asked = user.post(PATH, question("hello", Map.of("stream_options", Map.of("include_usage", true))))
                .expect(200)
                .body();
        assertThat(asked).contains("\"usage\":null", "\"choices\":[],\"usage\":{\"prompt_tokens\":7");

        String unasked = ask("hello").expect(200).body();
        assertThat(unasked).doesNotContain("usage").contains("\"finish_reason\":\"stop\"");
        assertThat(unasked).endsWith("data: [DONE]\n\n");
        assertThat(Shared.text().requests().stream()
                        .filter(request -> request.body().contains("hello")
                                && request.body().contains("stream"))
                        .toList())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.body()).contains("\"include_usage\":true"));
    }

    @Test
    void an_answer_that_does_not_stream_becomes_a_stream() {
        String body = ask("no-stream please").expect(200).body();

        assertThat(body)
                .contains(
                        "\"object\":\"chat.completion.chunk\"",
                        "\"delta\":{\"role\":\"assistant\",\"content\":\"You said: no-stream please\"}")
                .doesNotContain("usage")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void the_offline_model_streams() {
        String body = user.post(
                        PATH,
                        Map.of(
                                "model",
                                "offline",
                                "stream",
                                true,
                                "stream_options",
                                Map.of("include_usage", true),
                                "messages",
                                List.of(Map.of("role", "user", "content", "a fox"))))
                .expect(200)
                .body();

        assertThat(body)
                .contains("\"delta\":{\"role\":\"assistant\"", "\"finish_reason\":\"stop\"", "\"total_tokens\":")
                .endsWith("data: [DONE]\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "end-early", "stall please", "error-in-stream"})
    void a_stream_that_breaks_off_ends_with_an_error(String said) {
        String body = ask(said + " here please").expect(200).body();

        assertThat(body).contains("\"content\":\"You \"", "data: {\"error\":{").doesNotContain("[DONE]");
    }

    @Test
    void a_reader_that_hangs_up_ends_the_work_of_the_upstream() {
        int before = Shared.text().disconnects();
        try (RawClient client = open("slow long " + System.nanoTime(), 0)) {
            client.until("said: ");
        }

        Wait.until(PATIENCE, () -> Shared.text().disconnects() > before);
    }

    @Test
    void a_reader_that_hangs_up_while_the_upstream_is_silent_is_noticed() {
        String key =
                user.post("/api/keys", Map.of("name", "hangs up")).expect(201).text("secret");
        try (RawClient client = open("stall", key, 0)) {
            client.until("said: ");
        }

        // Unnoticed, the silence would end as a failure after three seconds.
        Wait.until(PATIENCE, () -> !newestStatus().equals("running"));
        assertThat(newestStatus()).isEqualTo("aborted");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_reader_that_hangs_up_before_the_first_word_is_noticed(boolean stream) {
        String key =
                user.post("/api/keys", Map.of("name", "hangs up")).expect(201).text("secret");
        String said = "stall-start " + System.nanoTime();
        try (RawClient client = open(said, stream, key, 0)) {
            Wait.until(PATIENCE, () -> wasAsked(said));
            assertThat(client.isAnswered()).isFalse();
        }

        // Unnoticed, the silence would end as a failure after three seconds.
        Wait.until(PATIENCE, () -> !newestStatus().equals("running"));
        assertThat(newestStatus()).isEqualTo("aborted");
    }

    @Test
    void a_reader_that_asks_again_before_the_answer_has_come_gets_both() {
        try (RawClient client = open("slow answer of seven words or so", 0)) {
            client.send("{\"model\":\"grok-4.5\",\"messages\":[{\"role\":\"user\",\"content\":\"vendor-fields\"}]}");

            assertThat(client.until("x_vendor")).containsSubsequence("\"so\"", "[DONE]", "HTTP/1.1 200", "x_vendor");
        }
    }

    @Test
    void a_slow_reader_holds_the_upstream_back() {
        long before = Shared.text().flooded();
        try (RawClient client = open("flood " + System.nanoTime(), 16 * 1024)) {
            client.until("flood flood");
            awaitStandstill();
            assertThat(Shared.text().flooded() - before).isLessThan(FakeTextUpstream.FLOOD_BYTES / 4);

            assertThat(client.drain()).isGreaterThan(FakeTextUpstream.FLOOD_BYTES * 9 / 10);
        }
    }

    @Test
    void three_hundred_streams_hold_no_thread_each() {
        long before = threads();
        List<RawClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                clients.add(open("stall number " + i, 0));
            }
            for (RawClient client : clients) {
                client.until("said: ");
            }
            // The server's own pool grows with a burst, though to no more than 200.
            assertThat(threads()).isLessThan(before + 250);
        } finally {
            clients.forEach(RawClient::close);
        }
    }

    private long threads() {
        Matcher threads = LIVE_THREADS.matcher(
                server.admin().get("/api/metrics").expect(200).body());
        assertThat(threads.find()).isTrue();
        return (long) Double.parseDouble(threads.group(1));
    }

    private static void awaitStandstill() {
        AtomicLong seen = new AtomicLong(-1);
        AtomicLong since = new AtomicLong(System.nanoTime());
        Wait.until(PATIENCE, () -> {
            long now = Shared.text().flooded();
            if (seen.getAndSet(now) != now) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() > Duration.ofSeconds(1).toNanos();
        });
    }

    private Answer ask(String said) {
        return user.post(PATH, question(said, Map.of()));
    }

    private String newestStatus() {
        Answer rows = user.get("/api/usage?limit=1").expect(200);
        return rows.at("items").isEmpty() ? "running" : rows.text("items/0/status");
    }

    private RawClient open(String said, int receiveBuffer) {
        return open(said, PixazoServer.ADMIN_KEY, receiveBuffer);
    }

    private static boolean wasAsked(String said) {
        return Shared.text().requests().stream()
                .anyMatch(request -> request.body().contains(said));
    }

    private RawClient open(String said, String key, int receiveBuffer) {
        return open(said, true, key, receiveBuffer);
    }

    private RawClient open(String said, boolean stream, String key, int receiveBuffer) {
        String body = "{\"model\":\"grok-4.5\",\"stream\":" + stream
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"" + said + "\"}]}";
        return new RawClient(server.uri(), PATH, key, body, receiveBuffer);
    }

    private static Map<String, Object> question(String said, Map<String, Object> more) {
        Map<String, Object> question = new HashMap<>(more);
        question.put("model", "grok-4.5");
        question.put("stream", true);
        question.put("messages", List.of(Map.of("role", "user", "content", said)));
        return question;
    }
}
