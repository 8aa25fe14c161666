package org.pixazo.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Shared;

/** Styles that people make. */
class StylesIT {

    private static final Map<String, Object> GLASS = Map.of(
            "name", "Stained glass",
            "category", "Windows",
            "prompt", "stained glass window of {prompt}, lead lines",
            "negative_prompt", "blurry",
            "suggested_model", "sdxl",
            "suits", List.of("fantasy"));

    private Api api;

    @BeforeEach
    void newUser() {
        api = Shared.server().newUser();
    }

    @Test
    void a_style_is_created_read_changed_and_deleted() {
        Answer created = api.post("/api/styles", GLASS).expect(201);
        String path = "/api/styles/" + created.text("id");
        assertThat(created.text("id")).matches("own-\\d+");
        assertThat(created.at("built_in").asBoolean()).isFalse();
        assertThat(api.get(path).expect(200).json()).isEqualTo(created.json());
        assertThat(api.get("/api/styles").at("items").size()).isEqualTo(25);

        Map<String, Object> change = new HashMap<>();
        change.put("suggested_model", null);
        change.put("category", "Churches");
        Answer changed = api.put(path, change).expect(200);
        assertThat(changed.at("suggested_model").isNull()).isTrue();
        assertThat(changed.text("name")).isEqualTo("Stained glass");
        api.with("If-Match", created.header("ETag").orElseThrow())
                .put(path, Map.of("name", "x"))
                .expect(412);

        Api other = Shared.server().newUser();
        other.get(path).expect(404);
        other.put(path, Map.of("name", "x")).expect(404);
        assertThat(other.get("/api/styles").at("items").size()).isEqualTo(24);
        api.delete(path).expect(204);
        api.get(path).expect(404);
    }

    @Test
    void styles_of_the_product_stay_as_they_are() {
        assertThat(api.get("/api/styles/anime").expect(200).at("built_in").asBoolean())
                .isTrue();
        api.put("/api/styles/anime", Map.of("name", "x")).expect(403);
        api.delete("/api/styles/anime").expect(403);
    }

    @Test
    void a_style_can_be_shared_with_a_workspace_and_survives_it() {
        long workspace = api.post("/api/workspaces", Map.of("name", "W")).number("id");
        Map<String, Object> shared = new HashMap<>(GLASS);
        shared.put("workspace_id", workspace);
        String id = api.post("/api/styles", shared).expect(201).text("id");
        api.post("/api/styles", GLASS).expect(201);
        Answer of = api.get("/api/styles?workspace_id=" + workspace).expect(200);
        assertThat(of.at("items").size()).isEqualTo(1);
        assertThat(of.text("items/0/id")).isEqualTo(id);
        assertThat(Shared.server()
                        .newUser()
                        .post("/api/styles", shared)
                        .expect(400)
                        .text("errors/0/field"))
                .isEqualTo("workspace_id");

        api.delete("/api/workspaces/" + workspace).expect(204);

        assertThat(api.get("/api/styles/" + id).expect(200).at("workspace_id").isNull())
                .isTrue();
    }

    @Test
    void faults_are_named() {
        Answer refused = api.post("/api/styles", Map.of("name", " ", "prompt", "x".repeat(5_001)))
                .expect(400);
        assertThat(refused.text("errors/0/field")).isEqualTo("name");
        assertThat(refused.text("errors/1/field")).isEqualTo("prompt");
    }

    @Test
    void an_export_comes_back_as_it_was_and_only_once() {
        api.post("/api/styles", GLASS).expect(201);
        api.post("/api/styles", Map.of("name", "Plain", "prompt", "plain words"))
                .expect(201);
        Answer export = api.get("/api/styles/export").expect(200);
        assertThat(export.text("format")).isEqualTo("pixazo.styles");
        assertThat(export.header("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));

        Api other = Shared.server().newUser().with("Idempotency-Key", "once");
        Answer imported = other.post("/api/styles/import", export.body()).expect(201);
        assertThat(other.post("/api/styles/import", export.body()).expect(201).json())
                .isEqualTo(imported.json());

        assertThat(imported.number("imported")).isEqualTo(2);
        assertThat(other.get("/api/styles/export").at("styles")).isEqualTo(export.at("styles"));
    }

    @Test
    void nothing_is_stored_of_a_wrong_file() {
        String file = "{\"format\":\"pixazo.styles\",\"version\":1,\"styles\":[{\"name\":\"a\",\"prompt\":\"b\"},%s]}";
        assertThat(api.post("/api/styles/import", file.formatted("{\"name\":\"\",\"prompt\":\"b\"}"))
                        .expect(400)
                        .text("errors/0/field"))
                .isEqualTo("styles[1].name");
        assertThat(api.post("/api/styles/import", "{\"format\":\"pixazo.prompts\",\"version\":1}")
                        .expect(400)
                        .text("detail"))
                .contains("pixazo.prompts");
        assertThat(api.get("/api/styles").at("items").size()).isEqualTo(24);
    }

    @Test
    void an_own_style_serves_wherever_a_style_is_named() {
        String id = api.post("/api/styles", GLASS).expect(201).text("id");

        assertThat(api.post("/api/prompts/enhance", Map.of("prompt", "a red fox", "style", id, "model", "offline"))
                        .expect(200)
                        .text("prompt"))
                .contains("stained glass window");
        api.post("/api/images/recommend-model", Map.of("prompt", "a fox", "style", id))
                .expect(200);
        assertThat(api.put("/api/me", Map.of("default_style", id)).expect(200).text("default_style"))
                .isEqualTo(id);
        Answer made = api.with("Prefer", "wait=60")
                .post(
                        "/api/images/generate",
                        Map.of("prompt", "a fox", "model", "offline", "style", id, "width", 64, "height", 64))
                .expect(201);
        assertThat(made.text("images/0/provenance/styled_prompt"))
                .isEqualTo("stained glass window of a fox, lead lines");
        api.delete("/api/styles/" + id).expect(204);
        assertThat(api.get("/api/images/" + made.number("images/0/id")).text("provenance/styled_negative_prompt"))
                .isEqualTo("blurry");
    }

    @Test
    void a_default_style_must_be_there() {
        assertThat(api.put("/api/me", Map.of("default_style", "bauhaus"))
                        .expect(400)
                        .text("errors/0/field"))
                .isEqualTo("default_style");
        String others =
                Shared.server().newUser().post("/api/styles", GLASS).expect(201).text("id");
        api.put("/api/me", Map.of("default_style", others)).expect(400);
        api.put("/api/me", Map.of("default_style", "anime")).expect(200);
    }
}
