package org.pixazo.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.EventStream;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;

/** What the limits of API keys let through. */
class KeyLimitsIT {

    private final PixazoServer server = Shared.server();

    private Api owner;
    private String messages;

    @BeforeEach
    void newChat() {
        owner = server.newUser();
        long workspace =
                owner.post("/api/workspaces", Map.of("name", "W")).expect(201).number("id");
        long chat = owner.post("/api/workspaces/" + workspace + "/chats", Map.of("name", "C", "model", "grok-4"))
                .expect(201)
                .number("id");
        messages = "/api/chats/" + chat + "/messages";
    }

    @Test
    void a_hundred_parallel_requests_against_ten_let_ten_through() throws Exception {
        Answer made = key("requests_per_minute", 10);
        Api key = server.withKey(made.text("secret"));
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            requests.add(() -> key.post(messages, Map.of("content", "at once")).status());
        }
        assertThat(all(requests))
                .containsOnly(201, 429)
                .filteredOn(status -> status == 201)
                .hasSize(10);
        assertThat(owner.get("/api/usage?limit=100&key_id=" + made.number("id"))
                        .expect(200)
                        .at("items"))
                .as("a refused request is no call")
                .hasSize(10);
    }

    @Test
    void a_refusal_says_when_to_come_back_and_leaves_nothing_behind() {
        Api key = server.withKey(key("requests_per_minute", 1).text("secret"));
        key.post(messages, Map.of("content", "the first")).expect(201);
        Answer refused = key.post(messages, Map.of("content", "one too many")).expect(429);
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(1, 61);
        assertThat(refused.text("type")).isEqualTo("urn:pixazo:problem:too-many-requests");
        assertThat(refused.text("detail")).contains("1 requests a minute");
        assertThat(owner.get(messages).expect(200).at("items")).hasSize(2);
        key.post("/api/images/generate", Map.of("prompt", "a lake", "model", "offline"))
                .expect(429);
        assertThat(owner.get("/api/image-jobs").expect(200).at("items")).isEmpty();
        key.post("/api/prompts/enhance", Map.of("prompt", "a lake", "model", "grok-4"))
                .expect(429);
    }

    @Test
    void a_refusal_of_the_gateway_says_what_the_limit_is() {
        Map<String, Map<String, Object>> requests = Map.of(
                "/v1/chat/completions",
                Map.of("model", "grok-4", "messages", List.of(Map.of("role", "user", "content", "hello"))),
                "/v1/images/generations",
                Map.of("model", "offline", "prompt", "a lake", "size", "256x256"));
        requests.forEach((path, body) -> {
            Api key = server.withKey(key("requests_per_minute", 1).text("secret"));
            assertThat(key.post(path, body).expect(200).header("x-ratelimit-remaining-requests"))
                    .contains("0");
            Answer refused = key.post(path, body).expect(429);
            assertThat(refused.header("x-ratelimit-limit-requests")).contains("1");
            assertThat(refused.header("x-ratelimit-remaining-requests")).contains("0");
        });
    }

    @Test
    void a_request_that_is_sent_again_counts_once() {
        Answer made = key("requests_per_minute", 2);
        Api key = server.withKey(made.text("secret")).with("Idempotency-Key", "again-" + System.nanoTime());
        for (int i = 0; i < 4; i++) {
            key.post(messages, Map.of("content", "once")).expect(201);
        }
        assertThat(owner.get("/api/usage?key_id=" + made.number("id")).at("items"))
                .hasSize(1);
    }

    @Test
    void as_many_requests_run_at_the_same_time_as_the_key_allows() {
        Api key = server.withKey(key("parallel_requests", 1).text("secret"));
        try (EventStream running = key.stream("POST", messages, Map.of("content", "slow and long"))) {
            long answer = running.until("reply").get("id").asLong();
            running.until("delta");
            assertThat(key.post(messages, Map.of("content", "beside it"))
                            .expect(429)
                            .text("detail"))
                    .contains("at the same time");
            key.post(messages + "/" + answer + "/stop").expect(200);
        }
        key.post(messages, Map.of("content", "after it")).expect(201);
    }

    @Test
    void tokens_of_a_minute_are_counted_as_the_upstream_counts_them() {
        Api key = server.withKey(key("tokens_per_minute", 40).text("secret"));
        // 7 + 4, as the fake upstream counts, then 7 + 4 again.
        key.post(messages, Map.of("content", "one two")).expect(201);
        key.post(messages, Map.of("content", "one two")).expect(201);
        Answer refused = key.post(messages, Map.of("content", "x".repeat(100))).expect(429);
        assertThat(refused.text("detail")).contains("40 tokens a minute");
    }

    @Test
    void the_tokens_of_a_month_end() {
        Api key = server.withKey(key("monthly_tokens", 12).text("secret"));
        key.post(messages, Map.of("content", "one two three")).expect(201);
        Answer refused = key.post(messages, Map.of("content", "more")).expect(429);
        assertThat(refused.text("type")).isEqualTo("urn:pixazo:problem:quota-exceeded");
        assertThat(refused.header("Retry-After")).isPresent();
    }

    @Test
    void the_money_of_a_month_ends() {
        // A call costs 7 times 3 and 5 times 15 millionths of a dollar.
        Api key = server.withKey(key("monthly_cost", "0.000096").text("secret"));
        key.post(messages, Map.of("content", "one two three")).expect(201);
        assertThat(key.post(messages, Map.of("content", "more")).expect(429).text("detail"))
                .contains("may spend $0.000096 a month");
    }

    @Test
    void limits_change_at_once() {
        Answer made = key("requests_per_minute", 1);
        Api key = server.withKey(made.text("secret"));
        key.post(messages, Map.of("content", "the first")).expect(201);
        key.post(messages, Map.of("content", "too many")).expect(429);
        Answer changed = owner.put("/api/keys/" + made.number("id"), Map.of("requests_per_minute", 2))
                .expect(200);
        assertThat(changed.number("requests_per_minute")).isEqualTo(2);
        assertThat(changed.text("name")).isEqualTo("limited");
        key.post(messages, Map.of("content", "the second")).expect(201);
        key.post(messages, Map.of("content", "too many")).expect(429);
        Map<String, Object> none = new HashMap<>();
        none.put("requests_per_minute", null);
        owner.put("/api/keys/" + made.number("id"), none).expect(200);
        key.post(messages, Map.of("content", "free")).expect(201);
    }

    @Test
    void a_blocked_key_opens_nothing_until_it_is_let_in_again() {
        Answer made = key("requests_per_minute", 100);
        Api key = server.withKey(made.text("secret"));
        String path = "/api/keys/" + made.number("id");
        key.get("/api/me").expect(200);
        owner.put(path, Map.of("blocked", true)).expect(200);
        key.get("/api/me").expect(401);
        owner.put(path, Map.of("blocked", false)).expect(200);
        key.get("/api/me").expect(200);
    }

    @Test
    void a_rotated_key_has_a_new_secret_and_the_old_one_ends() {
        Answer made = key("requests_per_minute", 100);
        String path = "/api/keys/" + made.number("id");
        server.withKey(made.text("secret")).get("/api/me").expect(200);
        Answer rotated = owner.post(path + "/rotate").expect(200);
        server.withKey(made.text("secret")).get("/api/me").expect(401);
        server.withKey(rotated.text("secret")).get("/api/me").expect(200);
        assertThat(rotated.number("requests_per_minute")).isEqualTo(100);
        assertThat(owner.get(path).expect(200).at("secret").isMissingNode()).isTrue();
        server.newUser().post(path + "/rotate").expect(404);
    }

    @Test
    void a_key_never_loosens_its_own_limits() {
        Answer made = key("requests_per_minute", 1);
        Api key = server.withKey(made.text("secret"));
        key.put("/api/keys/" + made.number("id"), Map.of("requests_per_minute", 1000))
                .expect(403);
        key.post("/api/keys", Map.of("name", "another")).expect(403);
        key.post("/api/keys/" + made.number("id") + "/rotate").expect(403);

        Api weak = server.withKey(owner.post("/api/keys", Map.of("name", "weak", "scopes", List.of("chat")))
                .expect(201)
                .text("secret"));
        weak.post("/api/keys/" + made.number("id") + "/rotate").expect(403);
    }

    @Test
    void wrong_limits_are_named() {
        for (String field : List.of(
                "requests_per_minute", "tokens_per_minute", "parallel_requests", "monthly_tokens", "monthly_cost")) {
            Answer refused =
                    owner.post("/api/keys", Map.of("name", "k", field, 0)).expect(400);
            assertThat(refused.text("errors/0/field")).isEqualTo(field);
        }
        owner.put("/api/keys/" + key("monthly_tokens", 5).number("id"), Map.of("limit", 5))
                .expect(400);
    }

    private Answer key(String limit, Object value) {
        Object number = value instanceof String text ? new java.math.BigDecimal(text) : value;
        return owner.post("/api/keys", Map.of("name", "limited", limit, number)).expect(201);
    }

    private static List<Integer> all(List<Callable<Integer>> requests) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : threads.invokeAll(requests)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
