package org.pixazo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Documented;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;

/** The models that an OpenAI client sees. */
class GatewayModelsIT {

    private final PixazoServer server = Shared.server();

    @Test
    void text_and_image_models_stand_in_one_list_in_openais_shape() {
        Answer answer = server.admin().get("/v1/models").expect(200);
        new Documented(server).check("GET", "/v1/models", answer);
        assertThat(answer.text("object")).isEqualTo("list");
        assertThat(ids(answer))
                .contains("grok-3-auto", "sdxl", "flux-klein", "offline")
                .doesNotHaveDuplicates();
        for (JsonNode model : answer.at("data")) {
            assertThat(model.propertyNames()).containsExactlyInAnyOrder("id", "object", "created", "owned_by");
            assertThat(model.get("object").asString()).isEqualTo("model");
            assertThat(model.get("created").isIntegralNumber()).isTrue();
        }
        assertThat(server.admin().get("/v1/models").body()).isEqualTo(answer.body());
    }

    @Test
    void a_body_that_means_nothing_and_headers_of_a_proxy_do_no_harm() {
        server.admin().send("GET", "/v1/models", "{}").expect(200);
        server.admin().with("X-Proxy", "x".repeat(20_000)).get("/v1/models").expect(200);
    }

    @Test
    void one_model_is_found_by_its_id() {
        Answer answer = server.admin().get("/v1/models/sdxl").expect(200);
        assertThat(answer.text("id")).isEqualTo("sdxl");
        assertThat(answer.text("owned_by")).isEqualTo("pixazo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/llama-3+:free", "acme%2Fllama-3%2B%3Afree"})
    void an_id_may_hold_slashes_colons_and_plus_signs(String inPath) {
        Answer answer = server.admin().get("/v1/models/" + inPath).expect(200);
        assertThat(answer.text("id")).isEqualTo("acme/llama-3+:free");
    }

    @Test
    void an_unknown_model_is_not_found() {
        Answer answer = server.admin().get("/v1/models/gpt-9").expect(404);
        GatewayErrorsIT.assertError(answer, "invalid_request_error", "model", "model_not_found");
        assertThat(answer.text("error/message")).contains("gpt-9");
    }

    @Test
    void a_key_shows_the_models_that_it_opens_and_no_other() {
        Api limited = key(Map.of("name", "two models", "models", List.of("grok-4", "sdxl")));
        assertThat(ids(limited.get("/v1/models").expect(200))).containsExactlyInAnyOrder("grok-4", "sdxl");
        limited.get("/v1/models/flux-klein").expect(404);

        Api images = key(Map.of("name", "pictures only", "scopes", List.of("images")));
        assertThat(ids(images.get("/v1/models").expect(200))).contains("sdxl").doesNotContain("grok-4");
    }

    private Api key(Map<String, Object> body) {
        Api browser = server.anonymous().login(PixazoServer.ADMIN, PixazoServer.ADMIN_PASSWORD);
        return server.withKey(browser.post("/api/keys", body).expect(201).text("secret"));
    }

    private static List<String> ids(Answer answer) {
        List<String> ids = new ArrayList<>();
        answer.at("data").forEach(model -> ids.add(model.get("id").asString()));
        return ids;
    }
}
