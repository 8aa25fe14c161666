package org.pixazo.chats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.EventStream;
import org.pixazo.testing.RecordedRequest;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;

/** Editing, branching, settings, titles and the queue of chats, over REST. */
class BranchesIT {

    private Api api;
    private long workspace;
    private String chat;
    private String messages;

    @BeforeEach
    void newChat() {
        api = Shared.server().newUser();
        workspace = api.post("/api/workspaces", Map.of("name", "W")).number("id");
        chat = "/api/chats/"
                + api.post("/api/workspaces/" + workspace + "/chats", Map.of("name", "C", "model", "grok-4"))
                        .expect(201)
                        .number("id");
        messages = chat + "/messages";
    }

    @Test
    void an_edited_question_stands_beside_the_first_one() {
        Answer first = say("one fish");
        Answer second = api.post(messages + "/" + first.number("message/id") + "/edit", Map.of("content", "two fish"))
                .expect(201);

        assertThat(second.at("message/parent_id")).isEqualTo(first.at("message/parent_id"));
        assertThat(second.text("reply/content")).isEqualTo("You said: two fish");
        assertThat(api.get(messages + "/" + first.number("message/id")).text("content"))
                .isEqualTo("one fish");
        assertThat(api.get(chat).number("current_message_id")).isEqualTo(second.number("reply/id"));

        api.post(messages + "/" + first.number("message/id") + "/choose").expect(200);
        assertThat(api.get(chat).number("current_message_id")).isEqualTo(first.number("reply/id"));
        api.post(messages + "/" + first.number("reply/id") + "/edit", Map.of("content", "x"))
                .expect(409);
    }

    @Test
    void an_edit_in_place_keeps_what_was_said() {
        Answer said = say("misstake");
        String message = messages + "/" + said.number("message/id");
        Answer edited = api.put(message, Map.of("content", "mistake")).expect(200);

        assertThat(edited.text("content")).isEqualTo("mistake");
        assertThat(edited.at("edited_at").isNull()).isFalse();
        assertThat(api.get(message + "/versions").at("items").findValuesAsString("content"))
                .containsExactly("misstake");
        assertThat(api.get(messages).at("items")).hasSize(2);
        assertThat(api.get("/api/search?q=mistake").at("items").findValuesAsString("type"))
                .containsExactly("message");
        api.with("If-Match", "\"999\"").put(message, Map.of("content", "x")).expect(412);
    }

    @Test
    void forks_take_the_way_its_branches_or_all() {
        Answer one = say("one");
        Answer two = say("two");
        api.post(messages + "/" + one.number("reply/id") + "/regenerate").expect(201);
        api.post(messages + "/" + two.number("message/id") + "/choose").expect(200);
        say("three");
        String fork = messages + "/" + two.number("reply/id") + "/fork";

        assertThat(contents(api.post(fork, Map.of("scope", "path", "name", "F")).expect(201)))
                .containsExactly("one", "You said: one", "two", "You said: two");
        assertThat(contents(api.post(fork, Map.of("scope", "branches")).expect(201)))
                .containsExactlyInAnyOrder("one", "You said: one", "two", "You said: two", "You said: one");
        Answer all = api.post(fork, Map.of()).expect(201);
        assertThat(contents(all)).hasSize(5);
        assertThat(all.text("name")).isEqualTo("C (fork)");
        assertThat(api.get("/api/chats/" + all.number("id") + "/messages/" + all.number("current_message_id"))
                        .text("content"))
                .isEqualTo("You said: two");
    }

    @Test
    void a_branch_is_deleted_with_all_that_follows() {
        Answer one = say("one");
        Answer two = say("two");
        say("three");
        api.delete(messages + "/" + two.number("message/id") + "?subtree=true").expect(204);

        assertThat(api.get(messages).at("items").findValuesAsString("content")).containsExactly("one", "You said: one");
        assertThat(api.get(chat).number("current_message_id")).isEqualTo(one.number("reply/id"));
    }

    @Test
    void an_answer_that_was_cut_off_goes_on_beside_itself() {
        Answer stopped;
        try (EventStream stream = api.stream("POST", messages, Map.of("content", "slow long story"))) {
            long reply = stream.until("reply").get("id").asLong();
            stream.until("delta");
            stopped = api.post(messages + "/" + reply + "/stop").expect(200);
        }
        Answer longer =
                api.post(messages + "/" + stopped.number("id") + "/continue").expect(201);

        assertThat(longer.text("reply/content"))
                .startsWith(stopped.text("content"))
                .contains("You said: Your last answer");
        assertThat(longer.at("reply/parent_id")).isEqualTo(stopped.at("parent_id"));
        assertThat(api.get(messages + "/" + stopped.number("id")).text("content"))
                .isEqualTo(stopped.text("content"));
    }

    @Test
    void system_prompt_temperature_and_length_reach_the_model() {
        api.put("/api/workspaces/" + workspace, Map.of("system_prompt", "Speak like a pirate."))
                .expect(200);
        say("first anchor");
        assertThat(asked("first anchor")).contains("Speak like a pirate.").doesNotContain("temperature");

        api.put(chat, Map.of("system_prompt", "Speak like a judge.", "temperature", 0.25, "max_tokens", 77))
                .expect(200);
        say("second anchor");
        assertThat(asked("second anchor"))
                .contains("Speak like a judge.", "\"temperature\":0.25", "\"max_tokens\":77")
                .doesNotContain("pirate");
        assertThat(api.put(chat, Map.of("temperature", 3)).expect(400).text("errors/0/field"))
                .isEqualTo("temperature");
    }

    @Test
    void what_does_not_fit_is_left_out_and_told() {
        List<Map<String, String>> old = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            old.add(Map.of(
                    "role", i % 2 == 0 ? "user" : "assistant", "content", "old " + i + " " + "x".repeat(40_000)));
        }
        api.post(chat + "/import", Map.of("messages", old)).expect(201);
        Answer gauge = api.get(chat + "/context").expect(200);
        assertThat(gauge.number("context_window")).isEqualTo(256_000);
        assertThat(gauge.number("left_out")).isPositive();
        assertThat(gauge.number("tokens")).isLessThan(256_000);

        Answer said = say("tiny question");
        assertThat(said.number("reply/left_out")).isGreaterThanOrEqualTo(gauge.number("left_out"));
        assertThat(asked("tiny question")).doesNotContain("old 0 ").contains("old 39 ");
        assertThat(api.get(messages + "/" + said.number("reply/id")).number("left_out"))
                .isEqualTo(said.number("reply/left_out"));
        assertThat(api.get(chat + "/context").number("prompt_tokens")).isEqualTo(7);
        assertThat(api.get(chat + "/context").at("cost").isNull()).isFalse();
    }

    @Test
    void an_unnamed_chat_names_itself() {
        long id = api.post(
                        "/api/workspaces/" + workspace + "/chats",
                        Map.of("name", "New chat", "model", "grok-4", "auto_title", true))
                .expect(201)
                .number("id");
        api.post("/api/chats/" + id + "/messages", Map.of("content", "Why do whales sing?\nTell me."))
                .expect(201);
        Wait.until(
                Duration.ofSeconds(10),
                () -> !api.get("/api/chats/" + id).at("auto_title").asBoolean());
        assertThat(api.get("/api/chats/" + id).text("name")).isEqualTo("On: Why do whales sing?");

        long offline = api.post(
                        "/api/workspaces/" + workspace + "/chats",
                        Map.of("name", "New chat", "model", "offline", "auto_title", true))
                .expect(201)
                .number("id");
        api.post("/api/chats/" + offline + "/messages", Map.of("content", "Why do whales sing?\nTell me."))
                .expect(201);
        assertThat(api.get("/api/chats/" + offline).text("name")).isEqualTo("Why do whales sing?");
    }

    @Test
    void pins_archives_and_tags_sort_chats() {
        String list = "/api/workspaces/" + workspace + "/chats";
        api.post(list, Map.of("name", "Other")).expect(201);
        api.put(chat, Map.of("pinned", true, "tags", List.of("Wal", "sea"))).expect(200);

        assertThat(api.get(list + "?pinned=true").at("items").findValuesAsString("name"))
                .containsExactly("C");
        assertThat(api.get(list + "?tag=sea").at("items").findValuesAsString("name"))
                .containsExactly("C");
        assertThat(api.get(list + "?tag=ea").at("items")).isEmpty();
        assertThat(api.get("/api/search?q=tag:sea").at("items").findValuesAsString("type"))
                .containsExactly("chat");
        api.put(chat, Map.of("archived", true)).expect(200);
        assertThat(api.get(list).at("items").findValuesAsString("name")).containsExactly("Other");
        assertThat(api.get(list + "?archived=true").at("items").findValuesAsString("name"))
                .containsExactly("C");
        assertThat(api.get(chat).at("tags").size()).isEqualTo(2);
    }

    @Test
    void what_is_said_meanwhile_waits_for_its_turn() {
        try (EventStream stream = api.stream("POST", messages, Map.of("content", "slow one"))) {
            stream.until("delta");
            api.post(chat + "/queue", Map.of("content", "queued two")).expect(201);
            long three = api.post(chat + "/queue", Map.of("content", "queued thre"))
                    .expect(201)
                    .number("id");
            api.put(chat + "/queue/" + three, Map.of("content", "queued three")).expect(200);
            long four = api.post(chat + "/queue", Map.of("content", "queued four"))
                    .expect(201)
                    .number("id");
            api.delete(chat + "/queue/" + four).expect(204);
            assertThat(api.get(chat + "/queue").at("items").findValuesAsString("content"))
                    .containsExactly("queued two", "queued three");
            stream.until("done");
        }
        Wait.until(Duration.ofSeconds(15), () -> api.get(messages).body().contains("You said: queued three"));

        assertThat(api.get(messages).at("items").findValuesAsString("content"))
                .containsExactly(
                        "slow one",
                        "You said: slow one",
                        "queued two",
                        "You said: queued two",
                        "queued three",
                        "You said: queued three");
        assertThat(api.get(chat + "/queue").at("items")).isEmpty();
    }

    @Test
    void behind_a_failure_the_queue_waits_for_a_person() {
        try (EventStream stream = api.stream("POST", messages, Map.of("content", "slow then cut this off"))) {
            stream.until("reply");
            long id = api.post(chat + "/queue", Map.of("content", "and now"))
                    .expect(201)
                    .number("id");
            stream.until("error");
            Wait.until(
                    Duration.ofSeconds(10),
                    () -> !api.get(chat + "/queue").at("items/0/error").isNull());
            api.put(chat + "/queue/" + id, Map.of("content", "and now again")).expect(200);
        }
        Wait.until(Duration.ofSeconds(15), () -> api.get(messages).body().contains("You said: and now again"));
    }

    private Answer say(String text) {
        return api.post(messages, Map.of("content", text)).expect(201);
    }

    private List<String> contents(Answer made) {
        return api.get("/api/chats/" + made.number("id") + "/messages")
                .at("items")
                .findValuesAsString("content");
    }

    private static String asked(String text) {
        return Shared.text().requests().stream()
                .map(RecordedRequest::body)
                .filter(body -> body.contains("\"" + text + "\""))
                .findFirst()
                .orElseThrow();
    }
}
