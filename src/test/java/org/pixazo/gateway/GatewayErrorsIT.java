package org.pixazo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;

/** Whatever fails below {@code /v1} is told in OpenAI's error object. */
class GatewayErrorsIT {

    private final PixazoServer server = Shared.server();

    @ParameterizedTest
    @ValueSource(strings = {"/v1/models", "/v1/models/offline", "/v1/nothing-here", "/v1", "/v1/"})
    void without_a_key_there_is_nothing(String path) {
        Answer answer = server.anonymous().get(path).expect(401);
        assertError(answer, "invalid_request_error", null, "invalid_api_key");
        assertThat(answer.text("error/message")).contains("didn't provide an API key");
        assertThat(answer.header("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
    }

    @Test
    void a_wrong_key_is_told_from_a_missing_one() {
        Answer answer = server.withKey("pxz_wrong").get("/v1/models").expect(401);
        assertError(answer, "invalid_request_error", null, "invalid_api_key");
        assertThat(answer.text("error/message")).contains("Incorrect API key");
        assertThat(answer.body()).doesNotContain("pxz_wrong");
    }

    @Test
    void a_session_of_the_console_is_no_credential_here() {
        Api browser = server.anonymous().login(PixazoServer.ADMIN, PixazoServer.ADMIN_PASSWORD);
        browser.get("/api/me").expect(200);
        assertError(browser.get("/v1/models").expect(401), "invalid_request_error", null, "invalid_api_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing-here", "/v1/models.xhtml", "/v1", "/v1/", "/v1/../v1/nothing"})
    void an_unknown_path_is_not_found_and_never_a_page(String path) {
        Answer answer = server.admin().with("Accept", "text/html").get(path).expect(404);
        assertError(answer, "invalid_request_error", null, "not_found");
    }

    @Test
    void a_method_that_a_path_does_not_take_is_told_with_those_that_it_takes() {
        Answer answer = server.admin().post("/v1/models", Map.of()).expect(405);
        assertError(answer, "invalid_request_error", null, null);
        assertThat(answer.header("Allow")).contains("GET, HEAD");
    }

    @Test
    void a_key_without_a_scope_of_this_channel_opens_no_model() {
        Api browser = server.anonymous().login(PixazoServer.ADMIN, PixazoServer.ADMIN_PASSWORD);
        String key = browser.post("/api/keys", Map.of("name", "prompts only", "scopes", List.of("prompts")))
                .expect(201)
                .text("secret");
        assertThat(server.withKey(key).get("/v1/models").expect(200).at("data")).isEmpty();
    }

    static void assertError(Answer answer, String type, String param, String code) {
        assertThat(answer.header("Content-Type")).contains("application/json");
        JsonNode error = answer.at("error");
        assertThat(error.propertyNames()).containsExactlyInAnyOrder("message", "type", "param", "code");
        assertThat(error.get("message").asString()).isNotBlank();
        assertThat(error.get("type").asString()).isEqualTo(type);
        assertThat(error.get("param").stringValue(null)).isEqualTo(param);
        assertThat(error.get("code").stringValue(null)).isEqualTo(code);
        assertThat(answer.header("X-Request-Id")).isPresent();
    }
}
