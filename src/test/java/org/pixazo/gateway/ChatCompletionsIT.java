package org.pixazo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.FakeTextUpstream;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.RawClient;
import org.pixazo.testing.RecordedRequest;
import org.pixazo.testing.Shared;

/** Chat completions pass through whole, and what goes wrong is told as the upstream tells it. */
class ChatCompletionsIT {

    private static final String PATH = "/v1/chat/completions";

    private final PixazoServer server = Shared.server();
    private final Api user = server.newUser();

    @Test
    void a_question_reaches_the_upstream_byte_for_byte() {
        String marker = "bytes-" + System.nanoTime();
        String body = "{ \"model\":\"grok-4.5\" , \"x_vendor\": {\"a\":[1,  2.50e3],\"b\":\"\\u00fc\"},\n"
                + "\"tools\":[],\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Grün 🎨\"},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,iVBORw0KGgo=\"}}]},"
                + "{\"role\":\"user\",\"content\":\"" + marker + "\"}],\"reasoning_effort\":\"high\" }";

        user.post(PATH, body).expect(200);

        RecordedRequest request = sent(marker);
        assertThat(request.body()).isEqualTo(body);
        assertThat(request.headers()).containsEntry("authorization", "Bearer xai-test");
    }

    @Test
    void only_the_name_of_the_model_is_mapped() {
        String marker = "mapped-" + System.nanoTime();
        String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"" + marker
                + "\"}],\"model\" : \"grok-3-auto\", \"seed\":1 }";

        user.post(PATH, body).expect(200);

        assertThat(sent(marker).body()).isEqualTo(body.replace("\"grok-3-auto\"", "\"fake-large\""));
    }

    @Test
    void an_answer_comes_back_byte_for_byte() {
        Answer answer = ask("vendor-fields").expect(200);

        assertThat(answer.body()).isEqualTo(FakeTextUpstream.VENDOR_DOCUMENT);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("X-Request-Id")).isPresent();
    }

    @Test
    void a_large_question_passes() {
        String picture = "data:image/png;base64," + "iVBOR".repeat(2 << 20);
        Answer answer = user.post(
                        PATH,
                        Map.of(
                                "model",
                                "grok-4.5",
                                "messages",
                                List.of(
                                        Map.of("role", "user", "content", picture),
                                        Map.of("role", "user", "content", "hello"))))
                .expect(200);

        assertThat(answer.text("choices/0/message/content")).isEqualTo("You said: hello");
    }

    @ParameterizedTest
    @CsvSource({"8000, 0", "8193, 0", "20000, 0", "65000, 0", "20000, 8192", "20000, 100"})
    void a_question_that_comes_in_one_go_passes_whole(int length, int pieceLength) {
        String marker = "in one go " + System.nanoTime();
        String first = "{\"model\":\"grok-4.5\",\"messages\":[{\"role\":\"user\",\"content\":\"first\"}]}";
        String body = first.replace("[{", "[{\"role\":\"user\",\"content\":\"" + "x".repeat(length) + "\"},{")
                .replace("first", marker);
        try (RawClient client = new RawClient(server.uri(), PATH, PixazoServer.ADMIN_KEY, first, 0)) {
            client.until("You said: first");
            if (pieceLength == 0) {
                client.send(body);
            } else {
                client.sendChunked(body, pieceLength);
            }
            client.until("You said: " + marker);
        }

        assertThat(sent(marker).body()).isEqualTo(body);
    }

    @Test
    void questions_that_come_behind_each_other_are_kept_apart() {
        String marker = "behind " + System.nanoTime();
        String body = "{\"model\":\"grok-4.5\",\"messages\":[{\"role\":\"user\",\"content\":\"" + "x".repeat(70_000)
                + "\"},{\"role\":\"user\",\"content\":\"" + marker + "\"}]}";
        List<String> bodies = Stream.of(" 1", " 2", " 3")
                .map(number -> body.replace(marker, marker + number))
                .toList();
        try (RawClient client = new RawClient(server.uri(), PATH, PixazoServer.ADMIN_KEY, bodies.get(0), 0)) {
            client.send(bodies.get(1));
            client.send(bodies.get(2));

            assertThat(client.until("You said: " + marker + " 3")).containsSubsequence(marker + " 1", marker + " 2");
        }
        assertThat(Shared.text().requests().stream()
                        .map(RecordedRequest::body)
                        .filter(asked -> asked.contains(marker))
                        .toList())
                .isEqualTo(bodies);
    }

    @Test
    void an_upstream_that_says_when_it_is_back_is_believed() {
        Answer answer = ask("fail-503 retry-after-60").expect(502);

        assertThat(answer.header("Retry-After")).contains("60");
    }

    @Test
    void a_question_that_is_too_large_is_refused() {
        Answer answer = ask("x".repeat(17 << 20)).expect(413);

        assertThat(answer.text("error/type")).isEqualTo("invalid_request_error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}|model",
                "{\"model\":\"grok-4.5\"}|messages",
                "{\"model\":\"grok-4.5\",\"messages\":\"x\"}|messages",
                "{\"model\":\"grok-4.5\",\"messages\":[{}],\"stream\":1}|stream"
            })
    void what_must_be_there_is_asked_for(String body, String param) {
        Answer answer = user.post(PATH, body).expect(400);

        assertThat(answer.text("error/type")).isEqualTo("invalid_request_error");
        assertThat(answer.text("error/param")).isEqualTo(param);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "{\"model\":\"grok-4.5\",\"messages\":[{\"role\":\"user\""})
    void malformed_json_is_refused(String body) {
        assertThat(user.post(PATH, body).expect(400).text("error/type")).isEqualTo("invalid_request_error");
    }

    @ParameterizedTest
    @CsvSource({
        "fail-400 code-context_length_exceeded, 400, context_length_exceeded",
        "fail-404 code-model_not_found, 404, model_not_found",
        "fail-404, 502, upstream_error",
        "fail-401, 502, upstream_error",
        "fail-403, 502, upstream_error",
        "fail-413, 413, ",
        "fail-422, 422, ",
        "fail-429 retry-after-60, 429, rate_limit_exceeded",
        "fail-500, 502, upstream_error",
        "error-200, 502, upstream_error",
        "html, 502, upstream_error",
        "px-fork, 502, upstream_error",
        "stall-start, 504, upstream_timeout"
    })
    void what_the_upstream_refuses_is_told_with_the_right_status(String said, int status, String code) {
        Answer answer = ask(said + " echo-key").expect(status);

        assertThat(answer.at("error/message").isString()).isTrue();
        assertThat(answer.at("error/code").asString(null)).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("xai-test");
        if (said.contains("retry-after")) {
            assertThat(answer.header("Retry-After")).contains("60");
        }
        assertThat(askForStream(said + " echo-key")
                        .expect(status)
                        .at("error/code")
                        .asString(null))
                .isEqualTo(code);
    }

    @Test
    void an_upstream_that_is_busy_once_is_asked_again() {
        Answer answer = ask("fail-503 once " + System.nanoTime()).expect(200);

        assertThat(answer.text("choices/0/message/content")).startsWith("You said: ");
    }

    @Test
    void an_unknown_model_is_not_found() {
        Answer answer = user.post(PATH, question("gpt-nothing", "hi", false)).expect(404);

        assertThat(answer.text("error/code")).isEqualTo("model_not_found");
        assertThat(answer.text("error/param")).isEqualTo("model");
    }

    @Test
    void a_key_opens_its_models_and_no_others() {
        Api restricted = server.withKey(user.post("/api/keys", Map.of("name", "one", "models", List.of("offline")))
                .expect(201)
                .text("secret"));

        assertThat(restricted
                        .post(PATH, question("grok-4.5", "hi", false))
                        .expect(403)
                        .text("error/code"))
                .isEqualTo("model_not_allowed");
        restricted.post(PATH, question("offline", "hi", false)).expect(200);
    }

    @Test
    void a_key_without_the_scope_is_refused() {
        Api restricted = server.withKey(user.post("/api/keys", Map.of("name", "one", "scopes", List.of("images")))
                .expect(201)
                .text("secret"));

        assertThat(restricted
                        .post(PATH, question("grok-4.5", "hi", false))
                        .expect(403)
                        .text("error/code"))
                .isEqualTo("insufficient_permissions");
    }

    @Test
    void the_offline_model_answers_in_the_same_format() {
        Answer answer =
                user.post(PATH, question("offline", "a fox in the snow", false)).expect(200);

        assertThat(answer.text("object")).isEqualTo("chat.completion");
        assertThat(answer.text("model")).isEqualTo("offline");
        assertThat(answer.text("choices/0/message/role")).isEqualTo("assistant");
        assertThat(answer.text("choices/0/message/content")).isNotBlank();
        assertThat(answer.number("usage/total_tokens")).isPositive();
    }

    private Answer ask(String said) {
        return user.post(PATH, question("grok-4.5", said, false));
    }

    private Answer askForStream(String said) {
        return user.post(PATH, question("grok-4.5", said, true));
    }

    private static Map<String, Object> question(String model, String said, boolean stream) {
        return Map.of("model", model, "stream", stream, "messages", List.of(Map.of("role", "user", "content", said)));
    }

    private static RecordedRequest sent(String marker) {
        return Shared.text().requests().stream()
                .filter(request -> request.body().contains(marker))
                .findFirst()
                .orElseThrow();
    }
}
