package org.pixazo.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.RecordedRequest;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;
import tools.jackson.databind.JsonNode;

/** Further text upstreams, and who stands in for whom. */
class ModelRoutesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Api api;
    private String messages;

    @BeforeEach
    void newChat() {
        api = Shared.server().newUser();
        long workspace =
                api.post("/api/workspaces", Map.of("name", "W")).expect(201).number("id");
        long chat = api.post("/api/workspaces/" + workspace + "/chats", Map.of("name", "C"))
                .expect(201)
                .number("id");
        messages = "/api/chats/" + chat + "/messages";
    }

    @Test
    void the_models_of_a_further_upstream_are_listed_under_its_name() {
        assertThat(model("spare/grok-4.5").get("provider").asString()).isEqualTo("spare");
        assertThat(model("spare/grok-4.5").get("available").asBoolean()).isTrue();
        assertThat(model("routed").get("available").asBoolean()).isTrue();
    }

    @Test
    void a_model_of_a_further_upstream_is_asked_there_with_that_upstreams_key() {
        Answer said = api.post(messages, Map.of("content", "who are you, spare?", "model", "spare/grok-4.5"))
                .expect(201);
        assertThat(said.text("reply/model")).isEqualTo("spare/grok-4.5");
        RecordedRequest request = asked("who are you, spare?");
        assertThat(request.path()).isEqualTo("/spare/v1/chat/completions");
        assertThat(request.headers()).containsEntry("authorization", "Bearer spare-test");
        assertThat(request.body()).contains("\"model\":\"grok-4.5\"");
    }

    @Test
    void the_next_upstream_answers_where_the_first_is_broken_and_the_ledger_knows_it() {
        Answer said = api.post(messages, Map.of("content", "anybody there?", "model", "routed"))
                .expect(201);
        assertThat(said.text("reply/status")).isEqualTo("complete");
        assertThat(said.text("reply/content")).isEqualTo("You said: anybody there?");
        assertThat(said.text("reply/model")).isEqualTo("routed");
        Wait.until(
                PATIENCE,
                () -> api.get("/api/usage?model=routed").expect(200).at("items").size() == 1);
        JsonNode row = api.get("/api/usage?model=routed").at("items/0");
        assertThat(row.get("provider").asString()).isEqualTo("spare");
        assertThat(row.get("status").asString()).isEqualTo("complete");
    }

    private static RecordedRequest asked(String question) {
        return Shared.text().requests().stream()
                .filter(request -> request.body().contains(question))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode model(String id) {
        JsonNode models = api.get("/api/models?kind=text&limit=100").expect(200).at("items");
        return StreamSupport.stream(models.spliterator(), false)
                .filter(model -> model.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
