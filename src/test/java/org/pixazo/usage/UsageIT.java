package org.pixazo.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.EventStream;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;
import tools.jackson.databind.JsonNode;

/** The ledger: a row for every call, and their sums. */
class UsageIT {

    private final PixazoServer server = Shared.server();

    private Api api;
    private String messages;

    @BeforeEach
    void newChat() {
        api = server.newUser();
        long workspace =
                api.post("/api/workspaces", Map.of("name", "W")).expect(201).number("id");
        long chat = api.post("/api/workspaces/" + workspace + "/chats", Map.of("name", "C", "model", "grok-4"))
                .expect(201)
                .number("id");
        messages = "/api/chats/" + chat + "/messages";
    }

    @Test
    void an_answer_is_a_row_with_the_upstreams_figures_and_its_price() {
        Answer said = api.post(messages, Map.of("content", "one two three")).expect(201);
        JsonNode row = newest();
        assertThat(row.get("channel").asString()).isEqualTo("api");
        assertThat(row.get("kind").asString()).isEqualTo("text");
        assertThat(row.get("model").asString()).isEqualTo("grok-4");
        assertThat(row.get("provider").asString()).isEqualTo("grok");
        assertThat(row.get("status").asString()).isEqualTo("complete");
        assertThat(row.get("http_status").asInt()).isEqualTo(200);
        assertThat(row.get("prompt_tokens").asInt()).isEqualTo(7);
        assertThat(row.get("completion_tokens").asInt()).isEqualTo(5);
        assertThat(row.get("tokens_estimated").asBoolean()).isFalse();
        assertThat(row.get("cost").decimalValue())
                .as("7 times 3 and 5 times 15 millionths of a dollar")
                .isEqualByComparingTo("0.000096");
        assertThat(row.get("total_ms").asLong())
                .isGreaterThanOrEqualTo(row.get("first_token_ms").asLong());
        assertThat(row.get("request_id").asString())
                .isEqualTo(said.header("X-Request-Id").orElseThrow());
        assertThat(row.get("key_id").asLong()).isEqualTo(api.get("/api/keys").number("items/0/id"));
    }

    @Test
    void a_session_calls_by_the_web() {
        String name = "web" + System.nanoTime();
        server.anonymous()
                .post("/api/auth/register", Map.of("username", name, "password", "a long password"))
                .expect(201);
        Api session = server.anonymous().login(name, "a long password");
        session.post("/api/prompts/enhance", Map.of("prompt", "a lake", "model", "grok-4"))
                .expect(200);
        JsonNode row = session.get("/api/usage").expect(200).at("items/0");
        assertThat(row.get("channel").asString()).isEqualTo("web");
        assertThat(row.get("key_id").isNull()).isTrue();
    }

    @Test
    void a_failed_call_says_so_and_costs_nothing() {
        api.post(messages, Map.of("content", "please fail-400")).expect(502);
        JsonNode row = newest();
        assertThat(row.get("status").asString()).isEqualTo("failed");
        assertThat(row.get("http_status").asInt()).isEqualTo(502);
        assertThat(row.get("prompt_tokens").asInt()).isZero();
        assertThat(row.get("cost").decimalValue()).isZero();
        assertThat(row.get("first_token_ms").isNull()).isTrue();
    }

    @Test
    void a_stopped_answer_is_settled_by_estimate() {
        try (EventStream stream = api.stream("POST", messages, Map.of("content", "slow and long"))) {
            long answer = stream.until("reply").get("id").asLong();
            stream.until("delta");
            assertThat(newest().get("status").asString()).isEqualTo("running");
            stream.until("delta");
            api.post(messages + "/" + answer + "/stop").expect(200);
        }
        JsonNode row = newest();
        assertThat(row.get("status").asString()).isEqualTo("stopped");
        assertThat(row.get("tokens_estimated").asBoolean()).isTrue();
        assertThat(row.get("prompt_tokens").asInt()).isPositive();
        assertThat(row.get("completion_tokens").asInt()).isPositive();
        assertThat(api.get("/api/usage").at("items")).hasSize(1);
    }

    @Test
    void an_answer_that_breaks_counts_what_came() {
        api.post(messages, Map.of("content", "cut here please")).expect(502);
        JsonNode row = newest();
        assertThat(row.get("status").asString()).isEqualTo("failed");
        assertThat(row.get("tokens_estimated").asBoolean()).isTrue();
        assertThat(row.get("completion_tokens").asInt()).isPositive();
    }

    @Test
    void a_job_is_one_row_with_the_pictures_that_were_made() {
        long job = api.with("Prefer", "wait=60")
                .post("/api/images/generate", Map.of("prompt", "a lake", "model", "sdxl", "n", 3))
                .expect(201)
                .number("job/id");
        Wait.until(
                Duration.ofSeconds(10), () -> newest().get("status").asString().equals("complete"));
        JsonNode row = newest();
        assertThat(row.get("kind").asString()).isEqualTo("image");
        assertThat(row.get("images").asInt()).isEqualTo(3);
        assertThat(row.get("job_id").asLong()).isEqualTo(job);
        assertThat(row.get("cost").decimalValue()).as("sdxl is free").isZero();
    }

    @Test
    void a_cancelled_job_pays_for_nothing_that_was_not_made() {
        long job = api.post("/api/images/generate", Map.of("prompt", "stall", "model", "flux-klein", "n", 4))
                .expect(202)
                .number("job/id");
        api.delete("/api/image-jobs/" + job).expect(200);
        JsonNode row = newest();
        assertThat(row.get("status").asString()).isEqualTo("stopped");
        assertThat(row.get("images").asInt()).isZero();
        assertThat(row.get("cost").decimalValue()).isZero();
    }

    @Test
    void a_model_without_a_price_has_no_cost() {
        api.post(messages, Map.of("content", "hello", "model", "grok-3-auto")).expect(201);
        assertThat(newest().get("cost").isNull()).isTrue();
        Answer sums = api.get("/api/usage/summary?group_by=model").expect(200);
        assertThat(sums.number("items/0/unpriced")).isEqualTo(1);
        assertThat(sums.at("total/cost").isNull()).isTrue();
    }

    @Test
    void sums_are_what_the_rows_add_up_to() {
        api.post(messages, Map.of("content", "one two three")).expect(201);
        api.post(messages, Map.of("content", "one two three")).expect(201);
        api.post(messages, Map.of("content", "hello", "model", "offline")).expect(201);
        api.post(messages, Map.of("content", "please fail-400")).expect(502);

        Answer byModel = api.get("/api/usage/summary?group_by=model").expect(200);
        assertThat(byModel.text("items/0/group")).isEqualTo("grok-4");
        assertThat(byModel.number("items/0/requests")).isEqualTo(3);
        assertThat(byModel.number("items/0/failures")).isEqualTo(1);
        assertThat(byModel.number("items/0/prompt_tokens")).isEqualTo(14);
        assertThat(byModel.number("items/0/completion_tokens")).isEqualTo(10);
        assertThat(byModel.at("items/0/cost").decimalValue()).isEqualByComparingTo("0.000192");
        assertThat(byModel.text("items/1/group")).isEqualTo("offline");
        assertThat(byModel.number("total/requests")).isEqualTo(4);
        assertThat(byModel.number("total/p95_ms")).isGreaterThanOrEqualTo(byModel.number("total/mean_ms"));

        Answer byDay = api.get("/api/usage/summary").expect(200);
        assertThat(byDay.text("items/0/group"))
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(api.get("/api/usage/summary?group_by=key").text("items/0/name"))
                .isEqualTo("test");
        assertThat(api.get("/api/usage/summary?group_by=channel").text("items/0/group"))
                .isEqualTo("api");
        assertThat(api.get("/api/usage/summary?group_by=user").at("items")).hasSize(1);
    }

    @Test
    void pages_follow_each_other_and_filters_narrow() {
        for (int i = 0; i < 3; i++) {
            api.post(messages, Map.of("content", "message " + i)).expect(201);
        }
        api.post(messages, Map.of("content", "hello", "model", "offline")).expect(201);
        Answer first = api.get("/api/usage?limit=3").expect(200);
        assertThat(first.at("items")).hasSize(3);
        assertThat(first.text("items/0/model")).isEqualTo("offline");
        Answer second = api.get("/api/usage?limit=3&cursor=" + first.text("next_cursor"))
                .expect(200);
        assertThat(second.at("items")).hasSize(1);
        assertThat(second.at("next_cursor").isNull()).isTrue();

        assertThat(api.get("/api/usage?model=grok-4").at("items")).hasSize(3);
        assertThat(api.get("/api/usage?channel=v1").at("items")).isEmpty();
        assertThat(api.get("/api/usage?key_id=999999").at("items")).isEmpty();
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(api.get("/api/usage?from=" + today + "&to=" + today).at("items"))
                .as("a date is the whole day")
                .hasSize(4);
        assertThat(api.get("/api/usage?to=2020-01-01T00:00:00Z").at("items")).isEmpty();
    }

    @Test
    void bad_parameters_are_named() {
        Map.of(
                        "channel=fax", "channel",
                        "key_id=x", "key_id",
                        "from=yesterday", "from",
                        "to=2026-13-01", "to",
                        "from=2026-02-02&to=2026-02-01", "from",
                        "all=perhaps", "all",
                        "limit=0", "limit",
                        "cursor=x", "cursor")
                .forEach((query, field) -> assertThat(
                                api.get("/api/usage?" + query).expect(400).text("errors/0/field"))
                        .isEqualTo(field));
        assertThat(api.get("/api/usage/summary?group_by=shoe").expect(400).text("errors/0/field"))
                .isEqualTo("group_by");
    }

    @Test
    void only_administrators_see_the_calls_of_others() {
        api.post(messages, Map.of("content", "mine")).expect(201);
        long me = api.get("/api/me").expect(200).number("id");
        api.get("/api/usage?all=true").expect(403);
        server.newUser().get("/api/usage?user_id=" + me).expect(403);
        assertThat(server.newUser().get("/api/usage").expect(200).at("items")).isEmpty();
        assertThat(api.get("/api/usage?user_id=" + me).expect(200).at("items")).hasSize(1);

        Api admin = server.admin();
        assertThat(admin.get("/api/usage?user_id=" + me).expect(200).at("items"))
                .hasSize(1);
        assertThat(admin.get("/api/usage/summary?group_by=user&user_id=" + me)
                        .expect(200)
                        .number("items/0/requests"))
                .isEqualTo(1);
        assertThat(admin.get("/api/usage/summary?group_by=user&all=true")
                        .expect(200)
                        .number("total/requests"))
                .isPositive();
    }

    @Test
    void rows_stay_when_their_key_goes() {
        Answer made = api.post("/api/keys", Map.of("name", "short-lived")).expect(201);
        server.withKey(made.text("secret"))
                .post(messages, Map.of("content", "hello"))
                .expect(201);
        api.delete("/api/keys/" + made.number("id")).expect(204);
        assertThat(api.get("/api/usage?key_id=" + made.number("id")).at("items"))
                .hasSize(1);
        assertThat(api.get("/api/usage/summary?group_by=key").at("items/0/name").isNull())
                .isTrue();
    }

    @Test
    void models_tell_their_prices() {
        JsonNode models = api.get("/api/models?kind=text").expect(200).at("items");
        for (JsonNode model : models) {
            if (model.get("id").asString().equals("grok-4")) {
                assertThat(model.at("/prices/prompt_per_million").decimalValue())
                        .isEqualByComparingTo("3");
            }
            if (model.get("id").asString().equals("grok-3-auto")) {
                assertThat(model.get("prices").isNull()).isTrue();
            }
        }
    }

    private JsonNode newest() {
        return api.get("/api/usage").expect(200).at("items/0");
    }
}
