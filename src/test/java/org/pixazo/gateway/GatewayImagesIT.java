package org.pixazo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pixazo.gateway.GatewayErrorsIT.assertError;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Documented;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pictures by OpenAI's images API. */
class GatewayImagesIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/v1/images/generations";

    private final PixazoServer server = Shared.server();

    @Test
    void a_picture_comes_as_a_link_that_opens_without_a_key() throws IOException {
        Answer answer = generate("prompt", "a fox in the snow", "size", "320x256", "model", "sdxl");
        new Documented(server).check("POST", PATH, answer.expect(200));
        assertThat(answer.number("created")).isPositive();
        URI link = URI.create(answer.text("data/0/url"));
        assertThat(link.toString()).startsWith(server.uri() + "/");

        Answer file = server.anonymous().get(pathOf(link)).expect(200);
        assertThat(file.header("Content-Type")).contains("image/png");
        assertThat(file.header("Cross-Origin-Resource-Policy")).contains("cross-origin");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        assertThat(picture.getWidth()).isEqualTo(320);
        assertThat(picture.getHeight()).isEqualTo(256);
    }

    @Test
    void a_link_opens_nothing_but_what_it_was_made_for() {
        Answer answer = generate("prompt", "a fox behind a fence").expect(200);
        String path = pathOf(URI.create(answer.text("data/0/url")));
        Api anyone = server.anonymous();
        anyone.get(path).expect(200);
        anyone.get(path.replaceAll("/images/\\d+/", "/images/1/").replace("signature=", "signature=x"))
                .expect(403);
        anyone.get(path.replace("image.png", "image.webp")).expect(403);
        anyone.get(path.replaceAll("expires=\\d+", "expires=9999999999")).expect(403);
        anyone.get(path.replaceAll("\\?.*", "")).expect(403);
    }

    @Test
    void an_answer_says_what_is_left_of_the_keys_minute() {
        Api owner = server.newUser();
        String secret = owner.post("/api/keys", Map.of("name", "limited", "requests_per_minute", 5))
                .expect(201)
                .text("secret");
        Answer answer = server.withKey(secret)
                .post(PATH, Map.of("prompt", "a fox that counts", "model", "offline", "size", "256x256"))
                .expect(200);
        assertThat(answer.header("x-ratelimit-limit-requests")).contains("5");
        assertThat(answer.header("x-ratelimit-remaining-requests")).contains("4");
        assertThat(answer.header("x-ratelimit-reset-requests")).isPresent();
        assertThat(generate("prompt", "a fox without a limit").expect(200).header("x-ratelimit-limit-requests"))
                .isEmpty();
    }

    @Test
    void the_link_of_a_deleted_picture_finds_nothing() {
        Answer answer = generate("prompt", "a fox that goes").expect(200);
        String path = pathOf(URI.create(answer.text("data/0/url")));
        String id = path.replaceAll("^/api/images/(\\d+)/.*", "$1");
        server.admin().delete("/api/images/" + id).expect(204);
        server.anonymous().get(path).expect(404);
    }

    @Test
    void a_picture_comes_as_base64_in_the_format_that_is_asked_for() {
        Answer answer = generate("prompt", "a fox in Base64", "response_format", "b64_json", "output_format", "webp")
                .expect(200);
        assertThat(answer.at("data/0").propertyNames()).containsExactly("b64_json");
        byte[] bytes = Base64.getDecoder().decode(answer.text("data/0/b64_json"));
        assertThat(new String(bytes, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
    }

    @Test
    void several_pictures_come_together() {
        Answer answer =
                generate("prompt", "three foxes", "n", 3, "size", "256x256").expect(200);
        assertThat(answer.at("data")).hasSize(3);
        assertThat(answer.at("data"))
                .extracting(one -> one.get("url").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void pixazos_own_parameters_reach_the_model_and_openais_others_are_ignored() {
        String prompt = "a fox with parameters " + System.nanoTime();
        generate(Map.of(
                        "prompt", prompt,
                        "model", "sdxl",
                        "size", "auto",
                        "negative_prompt", "dogs",
                        "steps", 7,
                        "guidance_scale", 3.5,
                        "seed", 42,
                        "quality", "hd",
                        "style", "vivid",
                        "user", "somebody"))
                .expect(200);
        JsonNode sent = Shared.gateway().requests().stream()
                .filter(request -> request.body().contains(prompt))
                .map(request -> JSON.readTree(request.body()))
                .findFirst()
                .orElseThrow();
        assertThat(sent.get("negative_prompt").asString()).isEqualTo("dogs");
        assertThat(sent.get("num_steps").asInt()).isEqualTo(7);
        assertThat(sent.get("guidance_scale").asDouble()).isEqualTo(3.5);
        assertThat(sent.get("seed").asInt()).isEqualTo(42);
        assertThat(sent.get("width").asInt()).isEqualTo(1024);
    }

    @Test
    void a_style_of_pixazo_revises_the_prompt() {
        String style = server.admin().get("/api/styles").expect(200).text("items/0/id");
        Answer answer = generate("prompt", "a styled fox", "style", style).expect(200);
        assertThat(answer.text("data/0/revised_prompt"))
                .contains("a styled fox")
                .isNotEqualTo("a styled fox");
    }

    @ParameterizedTest
    @CsvSource({
        "n, 9",
        "n, 0",
        "size, big",
        "size, 99x99999",
        "size, 4000x4000",
        "response_format, bytes",
        "output_format, gif",
        "style, nothing-like-that",
        "steps, 1000",
        "num_steps, 1000",
        "guidance_scale, 99",
        "seed, -1"
    })
    void a_fault_names_the_parameter_as_the_client_knows_it(String parameter, String value) {
        Object typed = value.matches("-?\\d+") ? Integer.valueOf(value) : value;
        Answer answer =
                generate("prompt", "a fox", "model", "sdxl", parameter, typed).expect(400);
        assertError(answer, "invalid_request_error", parameter, null);
        assertThat(answer.text("error/message")).startsWith(parameter + " ");
    }

    @Test
    void a_body_that_is_no_request_is_told_why() {
        assertError(generate(Map.of("n", 1)).expect(400), "invalid_request_error", "prompt", null);
        assertError(server.admin().post(PATH, "{").expect(400), "invalid_request_error", null, null);
        assertError(server.admin().post(PATH, "[]").expect(400), "invalid_request_error", null, null);
        Answer form = server.admin()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .post(PATH, "prompt=fox")
                .expect(415);
        assertError(form, "invalid_request_error", null, null);
        String large = "{\"prompt\":\"" + "x".repeat(2 << 20) + "\"}";
        assertError(server.admin().post(PATH, large).expect(413), "invalid_request_error", null, null);
    }

    @ParameterizedTest
    @CsvSource({"dall-e-3", "gpt-image-1", "nothing"})
    void a_model_that_is_not_there_is_not_found(String model) {
        Answer answer = generate("prompt", "a fox", "model", model).expect(404);
        assertError(answer, "invalid_request_error", "model", "model_not_found");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "no-balance, 429, insufficient_quota, insufficient_quota",
                "no-picture, 400, invalid_request_error, content_policy_violation",
                "fail-400, 400, invalid_request_error, -",
                "fail-429, 429, requests, rate_limit_exceeded",
                "fail-500, 502, server_error, upstream_error"
            })
    void a_job_that_fails_says_why_in_openais_words(String prompt, int status, String type, String code) {
        Answer answer = generate("prompt", prompt).expect(status);
        assertError(answer, type, null, code);
        assertThat(answer.header("X-Should-Retry")).contains("false");
        assertThat(answer.body())
                .doesNotContain(Shared.gateway().url().getAuthority())
                .doesNotContain("gateway-test");
    }

    @Test
    void who_does_not_want_to_wait_longer_finds_the_picture_later() {
        Answer answer = server.admin()
                .with("Prefer", "wait=1")
                .post(PATH, Map.of("prompt", "a slow fox"))
                .expect(504);
        assertError(answer, "server_error", null, "upstream_timeout");
        String job = answer.text("error/message").replaceAll("(?s).*(/api/image-jobs/\\d+).*", "$1");
        Wait.until(
                Duration.ofSeconds(20),
                () -> server.admin().get(job).text("status").equals("succeeded"));
    }

    @Test
    void a_repeated_order_is_one_order() {
        Api repeating = server.admin().with("Idempotency-Key", "fox " + System.nanoTime());
        Map<String, Object> body = Map.of("prompt", "one fox");
        String first = repeating.post(PATH, body).expect(200).text("data/0/url");
        String second = repeating.post(PATH, body).expect(200).text("data/0/url");
        assertThat(second.replaceAll("\\?.*", "")).isEqualTo(first.replaceAll("\\?.*", ""));
    }

    @Test
    void a_key_opens_only_what_it_was_made_for() {
        Api browser = server.anonymous().login(PixazoServer.ADMIN, PixazoServer.ADMIN_PASSWORD);
        Api chat = key(browser, Map.of("name", "chat only", "scopes", List.of("chat")));
        Map<String, Object> body = Map.of("prompt", "a fox", "model", "sdxl");
        assertError(chat.post(PATH, body).expect(403), "invalid_request_error", null, "insufficient_permissions");
        Api other = key(browser, Map.of("name", "another model", "models", List.of("flux-klein")));
        assertError(other.post(PATH, body).expect(403), "invalid_request_error", null, "insufficient_permissions");
    }

    private Api key(Api browser, Map<String, Object> body) {
        return server.withKey(browser.post("/api/keys", body).expect(201).text("secret"));
    }

    private Answer generate(Object... pairs) {
        Map<String, Object> body = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            body.put((String) pairs[i], pairs[i + 1]);
        }
        return generate(body);
    }

    private Answer generate(Map<String, Object> body) {
        return server.admin().post(PATH, body);
    }

    private static String pathOf(URI link) {
        return link.getRawPath() + "?" + link.getRawQuery();
    }
}
