package org.pixazo.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Shared;

/** Image models of the gateway that administrators add and change without code. */
class AdminModelsIT {

    private static final Map<String, Object> LIMITS = Map.of(
            "min_side",
            256,
            "max_side",
            1024,
            "max_pixels",
            1_048_576,
            "min_steps",
            1,
            "max_steps",
            10,
            "negative_prompt",
            false,
            "seed",
            true,
            "strength",
            false);

    private final Api root = Shared.server().admin();
    private final String id = "turbo-" + System.nanoTime();

    @AfterEach
    void restore() {
        root.delete("/api/admin/models/sdxl-lightning");
        root.delete("/api/admin/models/" + id);
    }

    @Test
    void a_new_model_makes_pictures_at_once() {
        Answer created = root.post("/api/admin/models", Map.of("id", id, "model", model()))
                .expect(201);
        assertThat(created.at("built_in").asBoolean()).isFalse();

        Api user = Shared.server().newUser();
        assertThat(user.get("/api/models?kind=image").at("items").findValuesAsString("id"))
                .contains(id)
                .endsWith("offline");
        Answer done = user.with("Prefer", "wait=60")
                .post("/api/images/generate", Map.of("prompt", "an oval of turbo " + id, "model", id))
                .expect(201);
        assertThat(done.text("job/status")).isEqualTo("succeeded");
        var request = Shared.gateway().requests().stream()
                .filter(sent -> sent.body().contains("an oval of turbo " + id))
                .findFirst()
                .orElseThrow();
        assertThat(request.path()).isEqualTo("/sdxlTurbo/v2/getData");
        assertThat(request.body()).contains("\"num_inference_steps\":4", "\"width\":512");
        assertThat(user.post("/api/images/plan", Map.of("prompt", "x", "model", id, "n", 2))
                        .expect(200)
                        .at("price")
                        .asDouble())
                .isEqualTo(0.004);

        root.delete("/api/admin/models/" + id).expect(204);
        user.post("/api/images/generate", Map.of("prompt", "x", "model", id)).expect(400);
    }

    @Test
    void a_model_of_the_product_changes_and_comes_back() {
        String path = "/api/admin/models/sdxl-lightning";
        Answer shipped = root.get(path).expect(200);
        assertThat(shipped.at("changed").asBoolean()).isFalse();

        Answer changed =
                root.put(path, Map.of("name", "Lightning", "per_image", 0.5)).expect(200);
        assertThat(changed.at("changed").asBoolean()).isTrue();
        assertThat(changed.at("model/route")).isEqualTo(shipped.at("model/route"));
        assertThat(Shared.server()
                        .newUser()
                        .post("/api/images/plan", Map.of("prompt", "x", "model", "sdxl-lightning"))
                        .expect(200)
                        .at("price")
                        .asDouble())
                .isEqualTo(0.5);
        root.with("If-Match", shipped.header("ETag").orElseThrow())
                .put(path, Map.of("name", "x"))
                .expect(412);

        root.delete(path).expect(204);
        assertThat(root.get(path).expect(200).json()).isEqualTo(shipped.json());
        root.delete(path).expect(409);
    }

    @Test
    void what_cannot_be_is_named() {
        Map<String, Object> wrong = model();
        wrong.put(
                "route",
                Map.of("path", "https://elsewhere.example/", "result_path", "..", "fields", Map.of("steps", "s")));
        wrong.put("defaults", Map.of("width", 64, "height", 512, "guidance_scale", 5));
        assertThat(root.post("/api/admin/models", Map.of("id", id, "model", wrong))
                        .expect(400)
                        .at("errors")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "defaults.width",
                        "defaults.guidance_scale",
                        "route.path",
                        "route.result_path",
                        "route.fields.steps");
        root.post("/api/admin/models", Map.of("id", "Sdxl", "model", model())).expect(400);
        root.post("/api/admin/models", Map.of("id", "sdxl", "model", model())).expect(409);
        root.put("/api/admin/models/offline", Map.of("name", "x")).expect(403);
        root.get("/api/admin/models/none").expect(404);
    }

    @Test
    void only_administrators_see_how_models_are_asked() {
        Api user = Shared.server().newUser();
        user.get("/api/admin/models").expect(403);
        user.post("/api/admin/models/sdxl/test", Map.of("prompt", "x")).expect(403);
    }

    @Test
    void a_test_shows_the_picture_or_the_exact_error() {
        Answer good = root.post("/api/admin/models/sdxl/test", Map.of("prompt", "an oval on trial"))
                .expect(200);
        assertThat(good.at("ok").asBoolean()).isTrue();
        assertThat(good.text("picture")).startsWith("data:image/png;base64,");
        assertThat(good.text("sent")).contains("\"prompt\":\"an oval on trial\"");
        assertThat(good.number("answers/0/status")).isEqualTo(200);

        Answer bad = root.post("/api/admin/models/sdxl/test", Map.of("prompt", "fail-500 on trial"))
                .expect(200);
        assertThat(bad.at("ok").asBoolean()).isFalse();
        assertThat(bad.text("error")).isNotBlank();
        assertThat(bad.at("answers").size()).isEqualTo(1);
        assertThat(bad.number("answers/0/status")).isEqualTo(500);

        Answer polled = root.post("/api/admin/models/flux-schnell/test", Map.of("prompt", "poll on trial"))
                .expect(200);
        assertThat(polled.at("ok").asBoolean()).isTrue();
        assertThat(polled.at("answers").size()).isGreaterThan(1);
        root.post("/api/admin/models/offline/test", Map.of("prompt", "x")).expect(400);
    }

    private static Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("name", "Turbo");
        model.put("description", "SDXL in few steps.");
        model.put("per_image", 0.002);
        model.put("limits", LIMITS);
        model.put("defaults", Map.of("width", 512, "height", 512, "num_steps", 4));
        model.put(
                "route",
                Map.of(
                        "path", "/sdxlTurbo/v2/getData",
                        "fields",
                                Map.of(
                                        "width", "width",
                                        "height", "height",
                                        "num_steps", "num_inference_steps",
                                        "seed", "seed"),
                        "aspect_ratios", List.of()));
        return model;
    }
}
