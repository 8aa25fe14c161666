package org.pixazo.chats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.EventStream;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;
import tools.jackson.databind.JsonNode;

/** Saying something and being answered, over REST, with a text upstream that does what the words say. */
class MessagesIT {

    private Api api;
    private String messages;

    @BeforeEach
    void newChat() {
        api = Shared.server().newUser();
        long workspace =
                api.post("/api/workspaces", Map.of("name", "W")).expect(201).number("id");
        long chat = api.post("/api/workspaces/" + workspace + "/chats", Map.of("name", "C", "model", "grok-4"))
                .expect(201)
                .number("id");
        messages = "/api/chats/" + chat + "/messages";
    }

    @Test
    void a_whole_answer_comes_with_the_stored_question() {
        Answer said = api.post(messages, Map.of("content", "good morning")).expect(201);
        assertThat(said.text("message/role")).isEqualTo("user");
        assertThat(said.text("message/status")).isEqualTo("complete");
        assertThat(said.text("reply/content")).isEqualTo("You said: good morning");
        assertThat(said.text("reply/status")).isEqualTo("complete");
        assertThat(said.text("reply/model")).isEqualTo("grok-4");
        assertThat(said.at("reply/parent_id")).isEqualTo(said.at("message/id"));
        assertThat(said.number("reply/usage/prompt_tokens")).isEqualTo(7);
        assertThat(said.at("reply/usage/estimated").asBoolean()).isFalse();
    }

    @Test
    void a_stream_has_the_question_the_reply_the_pieces_and_the_end() {
        try (EventStream stream = api.stream("POST", messages, Map.of("content", "one two three"))) {
            List<EventStream.Event> events = stream.rest();
            assertThat(events.get(0).name()).isEqualTo("message");
            assertThat(events.get(1).name()).isEqualTo("reply");
            assertThat(events.get(1).data().get("status").asString()).isEqualTo("streaming");
            assertThat(events.get(2).name()).isEqualTo("delta");
            EventStream.Event last = events.get(events.size() - 1);
            assertThat(last.name()).isEqualTo("done");
            assertThat(last.data().get("status").asString()).isEqualTo("complete");
            assertThat(stream.text())
                    .isEqualTo("You said: one two three")
                    .isEqualTo(last.data().get("content").asString());
        }
    }

    @Test
    void the_upstream_hears_the_conversation_and_its_own_name_of_the_model() {
        api.post(messages, Map.of("content", "be brief", "role", "system")).expect(201);
        api.post(messages, Map.of("content", "first of two", "model", "grok-3-auto"))
                .expect(201);
        api.post(messages, Map.of("content", "the very last", "model", "grok-3-auto"))
                .expect(201);
        var last = Shared.text().requests().stream()
                .filter(request -> request.body().contains("\"the very last\""))
                .findFirst()
                .orElseThrow();
        assertThat(last.body())
                .contains("\"fake-large\"")
                .containsSubsequence("be brief", "first of two", "You said: first of two", "the very last");
        assertThat(last.headers()).containsEntry("authorization", "Bearer xai-test");
    }

    @Test
    void a_system_message_is_stored_and_not_answered() {
        Answer said = api.post(messages, Map.of("content", "be brief", "role", "system"))
                .expect(201);
        assertThat(said.at("reply").isNull()).isTrue();
        assertThat(api.get(messages).at("items")).hasSize(1);
    }

    @Test
    void messages_come_oldest_first() {
        api.post(messages, Map.of("content", "one")).expect(201);
        api.post(messages, Map.of("content", "two")).expect(201);
        assertThat(api.get(messages).at("items").findValuesAsString("content"))
                .containsExactly("one", "You said: one", "two", "You said: two");
    }

    @Test
    void a_reader_who_goes_away_does_not_lose_the_answer() {
        long reply;
        try (EventStream stream = api.stream("POST", messages, Map.of("content", "slow but steady wins"))) {
            reply = stream.until("reply").get("id").asLong();
            stream.until("delta");
        }
        try (EventStream again = api.stream("GET", messages + "/" + reply + "/events", null)) {
            JsonNode done = again.until("done");
            assertThat(done.get("status").asString()).isEqualTo("complete");
            assertThat(again.text()).isEqualTo("You said: slow but steady wins");
        }
    }

    @Test
    void two_readers_hear_the_same() {
        try (EventStream one = api.stream("POST", messages, Map.of("content", "slow for two readers"))) {
            long reply = one.until("reply").get("id").asLong();
            try (EventStream two = api.stream("GET", messages + "/" + reply + "/events", null)) {
                two.until("done");
                one.until("done");
                assertThat(two.text()).isEqualTo(one.text()).isEqualTo("You said: slow for two readers");
            }
        }
    }

    @Test
    void an_answer_that_ended_can_still_be_joined() {
        long reply = api.post(messages, Map.of("content", "early")).expect(201).number("reply/id");
        try (EventStream late = api.stream("GET", messages + "/" + reply + "/events", null)) {
            late.until("done");
            assertThat(late.text()).isEqualTo("You said: early");
        }
    }

    @Test
    void stop_ends_the_call_upstream_and_keeps_what_came() {
        int before = Shared.text().disconnects();
        try (EventStream stream = api.stream("POST", messages, Map.of("content", "slow long story"))) {
            long reply = stream.until("reply").get("id").asLong();
            stream.until("delta");
            Answer stopped = api.post(messages + "/" + reply + "/stop").expect(200);
            assertThat(stopped.text("status")).isEqualTo("stopped");
            assertThat(stopped.text("content")).startsWith("You ");
            assertThat(stream.until("done").get("status").asString()).isEqualTo("stopped");
        }
        Wait.until(Duration.ofSeconds(5), () -> Shared.text().disconnects() > before);
    }

    @Test
    void another_answer_may_be_asked_of_another_model() {
        String chat = messages;
        long reply =
                api.post(chat, Map.of("content", "which model?")).expect(201).number("reply/id");
        String regenerate = chat + "/" + reply + "/regenerate";

        assertThat(api.post(regenerate, Map.of("model", "offline")).expect(201).text("reply/model"))
                .isEqualTo("offline");
        assertThat(api.post(regenerate + "?model=offline").expect(201).text("reply/model"))
                .isEqualTo("offline");
        assertThat(api.post(regenerate, "").expect(201).text("reply/model")).isNotEqualTo("offline");
        assertThat(api.post(regenerate, Map.of("temperature", 1)).expect(400).text("errors/0/field"))
                .isEqualTo("temperature");
    }

    @Test
    void regenerating_adds_an_answer_beside_the_first() {
        Answer said = api.post(messages, Map.of("content", "again please")).expect(201);
        Answer again = api.post(messages + "/" + said.number("reply/id") + "/regenerate")
                .expect(201);
        assertThat(again.number("message/id")).isEqualTo(said.number("message/id"));
        assertThat(again.number("reply/id")).isNotEqualTo(said.number("reply/id"));
        assertThat(again.number("reply/parent_id")).isEqualTo(said.number("message/id"));
        api.get(messages + "/" + said.number("reply/id")).expect(200);
    }

    @Test
    void a_failure_before_the_first_word_is_a_problem_and_keeps_the_question() {
        Answer failed = api.post(messages, Map.of("content", "fail-500 please")).expect(502);
        assertThat(failed.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(failed.text("detail")).contains("The fake fails as told");
        JsonNode items = api.get(messages).at("items");
        assertThat(items.get(0).get("content").asString()).isEqualTo("fail-500 please");
        assertThat(items.get(1).get("status").asString()).isEqualTo("failed");
        assertThat(items.get(1).get("error").asString()).contains("The fake fails as told");
    }

    @Test
    void a_passing_failure_is_retried_unseen() {
        Answer said = api.post(messages, Map.of("content", "fail-503 once " + System.nanoTime()))
                .expect(201);
        assertThat(said.text("reply/status")).isEqualTo("complete");
    }

    @Test
    void a_cut_keeps_what_came_as_a_failed_answer() {
        try (EventStream stream = api.stream("POST", messages, Map.of("content", "cut this off"))) {
            long reply = stream.until("reply").get("id").asLong();
            JsonNode problem = stream.until("error");
            assertThat(problem.get("status").asInt()).isEqualTo(502);
            Answer kept = api.get(messages + "/" + reply).expect(200);
            assertThat(kept.text("status")).isEqualTo("failed");
            assertThat(kept.text("content")).isEqualTo(stream.text()).isNotEmpty();
        }
    }

    @Test
    void silence_of_the_upstream_times_out() {
        Instant start = Instant.now();
        api.post(messages, Map.of("content", "stall")).expect(504);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void the_same_idempotency_key_says_it_once() {
        Api retrying = api.with("Idempotency-Key", "key-" + System.nanoTime());
        Answer first = retrying.post(messages, Map.of("content", "only once")).expect(201);
        Answer second = retrying.post(messages, Map.of("content", "only once")).expect(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(api.get(messages).at("items")).hasSize(2);
        retrying.post(messages, Map.of("content", "something else")).expect(409);
    }

    @Test
    void the_same_idempotency_key_at_the_same_moment_gets_the_same_answer() {
        Api retrying = api.with("Idempotency-Key", "key-" + System.nanoTime());
        List<JsonNode> answers = java.util.stream.IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> retrying.post(messages, Map.of("content", "all at once"))
                        .expect(201)
                        .at("reply/content"))
                .toList();
        assertThat(answers).extracting(JsonNode::asString).containsOnly("You said: all at once");
        assertThat(api.get(messages).at("items")).hasSize(2);
    }

    @Test
    void a_message_is_removed_only_as_it_was_read() {
        String message = messages + "/"
                + api.post(messages, Map.of("content", "be brief", "role", "system"))
                        .expect(201)
                        .number("message/id");
        String tag = api.get(message).expect(200).header("ETag").orElseThrow();
        api.with("If-Match", "\"77\"").delete(message).expect(412);
        api.with("If-Match", "\"77\"").delete(message + "?subtree=true").expect(412);
        api.with("If-Match", tag).delete(message).expect(204);
        api.get(message).expect(404);
    }

    @Test
    void a_chat_that_is_deleted_ends_its_answers() {
        int before = Shared.text().disconnects();
        try (EventStream stream = api.stream("POST", messages, Map.of("content", "slow long gone"))) {
            stream.until("delta");
            api.delete(messages.replace("/messages", "")).expect(204);
            List<EventStream.Event> rest = stream.rest();
            assertThat(rest.get(rest.size() - 1).name()).isIn("done", "error");
        }
        Wait.until(Duration.ofSeconds(5), () -> Shared.text().disconnects() > before);
    }

    @Test
    void messages_at_the_same_moment_follow_one_another() {
        java.util.stream.IntStream.range(0, 16)
                .parallel()
                .forEach(i -> api.post(messages, Map.of("content", "message " + i, "role", "system"))
                        .expect(201));
        JsonNode items = api.get(messages).at("items");
        for (int i = 1; i < items.size(); i++) {
            assertThat(items.get(i).get("parent_id")).isEqualTo(items.get(i - 1).get("id"));
        }
        assertThat(items).hasSize(16);
    }

    @Test
    void removing_a_message_closes_the_gap() {
        Answer one = api.post(messages, Map.of("content", "one")).expect(201);
        api.post(messages, Map.of("content", "two")).expect(201);
        api.delete(messages + "/" + one.number("reply/id")).expect(204);
        JsonNode items = api.get(messages).at("items");
        assertThat(items.findValuesAsString("content")).containsExactly("one", "two", "You said: two");
        assertThat(items.get(1).get("parent_id").asLong()).isEqualTo(one.number("message/id"));
    }

    @Test
    void unknown_models_and_roles_are_named() {
        assertThat(api.post(messages, Map.of("content", "x", "model", "no-such-model"))
                        .expect(400)
                        .at("errors")
                        .findValuesAsString("field"))
                .containsExactly("model");
        assertThat(api.post(messages, Map.of("content", "x", "role", "robot"))
                        .expect(400)
                        .at("errors")
                        .findValuesAsString("field"))
                .containsExactly("role");
        assertThat(api.get(messages).at("items")).isEmpty();
    }

    @Test
    void the_offline_model_says_what_it_is() {
        Answer said = api.post(messages, Map.of("content", "a fox in the snow", "model", "offline"))
                .expect(201);
        assertThat(said.text("reply/model")).isEqualTo("offline");
        assertThat(said.text("reply/content")).contains("a fox in the snow").containsIgnoringCase("no AI model");
    }
}
