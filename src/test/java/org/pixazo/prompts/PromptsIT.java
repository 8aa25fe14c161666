package org.pixazo.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;

/** Saved prompts over REST. */
class PromptsIT {

    private Api api;

    @BeforeEach
    void newUser() {
        api = Shared.server().newUser();
    }

    @Test
    void a_prompt_is_created_read_changed_and_deleted() {
        Answer created = api.post(
                        "/api/prompts",
                        Map.of("title", "Fox", "content", "a red fox", "tags", List.of("animal", "snow")))
                .expect(201);
        String path = "/api/prompts/" + created.number("id");
        assertThat(created.at("tags").size()).isEqualTo(2);
        assertThat(api.get(path).expect(200).json()).isEqualTo(created.json());

        Map<String, Object> change = new HashMap<>();
        change.put("tags", null);
        Answer changed = api.put(path, change).expect(200);
        assertThat(changed.at("tags").isEmpty()).isTrue();
        assertThat(changed.text("title")).isEqualTo("Fox");
        api.with("If-Match", created.header("ETag").orElseThrow())
                .put(path, Map.of("title", "x"))
                .expect(412);

        Shared.server().newUser().get(path).expect(404);
        api.delete(path).expect(204);
        api.get(path).expect(404);
    }

    @Test
    void faults_are_named() {
        Answer refused = api.post(
                        "/api/prompts",
                        Map.of("title", " ", "content", "x".repeat(100_001), "tags", List.of("a", "A", "")))
                .expect(400);
        List<String> fields = new ArrayList<>();
        for (JsonNode error : refused.at("errors")) {
            fields.add(error.get("field").asString());
        }
        assertThat(fields).containsExactly("content", "tags", "tags[2]", "title");
        long others = Shared.server()
                .newUser()
                .post("/api/workspaces", Map.of("name", "W"))
                .number("id");
        assertThat(api.post("/api/prompts", Map.of("title", "t", "content", "c", "workspace_id", others))
                        .expect(400)
                        .text("errors/0/field"))
                .isEqualTo("workspace_id");
    }

    @ParameterizedTest
    @CsvSource({
        "q=fuchs, 1",
        "q=%C3%BCber, 1",
        "q=%C3%9CBER%20fuchs, 1",
        "q=winter, 1",
        "q=%25, 0",
        "q=_, 0",
        "q=%5B, 0",
        "q=fuchs%20absent, 0",
        "tag=winter, 1",
        "tag=Winter, 1",
        "tag=win, 0",
        "tag=a%22b, 1",
    })
    void prompts_are_found(String query, int count) {
        api.post("/api/prompts", Map.of("title", "Über den Fuchs", "content", "x", "tags", List.of("Winter", "a\"b")))
                .expect(201);

        assertThat(api.get("/api/prompts?" + query).expect(200).at("items").size())
                .isEqualTo(count);
    }

    @Test
    void prompts_survive_their_workspace() {
        long workspace = api.post("/api/workspaces", Map.of("name", "W")).number("id");
        long id = api.post("/api/prompts", Map.of("title", "t", "content", "c", "workspace_id", workspace))
                .number("id");
        assertThat(api.get("/api/prompts?workspace_id=" + workspace).at("items").size())
                .isEqualTo(1);

        api.delete("/api/workspaces/" + workspace).expect(204);

        assertThat(api.get("/api/prompts/" + id).expect(200).at("workspace_id").isNull())
                .isTrue();
    }

    @Test
    void an_export_comes_back_as_it_was_and_only_once() {
        api.post("/api/prompts", Map.of("title", "A", "content", "a", "tags", List.of("x")))
                .expect(201);
        api.post("/api/prompts", Map.of("title", "B", "content", "b")).expect(201);
        Answer export = api.get("/api/prompts/export").expect(200);
        assertThat(export.header("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));

        Api other = Shared.server().newUser().with("Idempotency-Key", "once");
        Answer imported = other.post("/api/prompts/import", export.body()).expect(201);
        assertThat(other.post("/api/prompts/import", export.body()).expect(201).json())
                .isEqualTo(imported.json());

        assertThat(imported.number("imported")).isEqualTo(2);
        assertThat(other.get("/api/prompts/export").at("prompts")).isEqualTo(export.at("prompts"));
    }

    @Test
    void nothing_is_stored_of_a_wrong_file() {
        String file =
                "{\"format\":\"pixazo.prompts\",\"version\":1,\"prompts\":[{\"title\":\"a\",\"content\":\"b\"},%s]}";
        assertThat(api.post("/api/prompts/import", file.formatted("{\"title\":\"\",\"content\":\"b\"}"))
                        .expect(400)
                        .text("errors/0/field"))
                .isEqualTo("prompts[1].title");
        assertThat(api.post("/api/prompts/import", "{\"format\":\"pixazo.chat\",\"version\":1}")
                        .expect(400)
                        .text("detail"))
                .contains("pixazo.chat");
        assertThat(api.get("/api/prompts").at("items").isEmpty()).isTrue();
    }

    @Test
    void rules_enhance_and_advise_where_no_model_does() {
        Answer enhanced = api.post(
                        "/api/prompts/enhance",
                        Map.of("prompt", "a red fox", "style", "watercolor", "model", "offline"))
                .expect(200);
        assertThat(enhanced.text("prompt")).startsWith("a red fox, ");
        assertThat(enhanced.text("original")).isEqualTo("a red fox");
        assertThat(enhanced.text("model")).isEqualTo("offline");
        assertThat(enhanced.text("source")).isEqualTo("rules");
        assertThat(api.post("/api/prompts/enhance", Map.of("prompt", "x", "model", "grok-4"))
                        .expect(200)
                        .text("source"))
                .isEqualTo("model");
        api.post("/api/prompts/enhance", Map.of("prompt", "x", "style", "no")).expect(400);

        Answer model = api.post("/api/images/recommend-model", Map.of("prompt", "a red fox"))
                .expect(200);
        assertThat(model.text("model")).isEqualTo("sdxl");
        assertThat(model.at("alternatives").size()).isEqualTo(3);
        Answer styles = api.post("/api/images/suggest-styles", Map.of("prompt", "a red fox, watercolor"))
                .expect(200);
        assertThat(styles.text("styles/0/id")).isEqualTo("watercolor");
        assertThat(api.get("/api/styles").at("items").size()).isEqualTo(24);
    }
}
