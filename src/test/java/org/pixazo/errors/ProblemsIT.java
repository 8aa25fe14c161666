package org.pixazo.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;

/** Bad requests: always a problem, never a stack trace, never a page. */
class ProblemsIT {

    private static final List<String> BAD_BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "\"text\"",
            "{\"no_such_field\":1}",
            "{\"name\":{}}",
            "{\"a\":1,\"a\":2}",
            "{} {}",
            "\u0000",
            "{\"name\":\"\\u0000\",\"title\":\"\\u0000\"}");

    @Test
    void a_problem_has_all_its_members() {
        Answer answer = Shared.server().newUser().get("/api/workspaces/999999").expect(404);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.json().propertyNames()).contains("type", "title", "status", "detail", "instance");
        assertThat(answer.number("status")).isEqualTo(404);
        assertThat(answer.text("instance")).isEqualTo("/api/workspaces/999999");
    }

    @Test
    void the_containers_own_refusals_are_problems() {
        Api api = Shared.server().newUser();
        problem(api.get("/api/nothing/here"), 404);
        problem(api.get("/api"), 404);
        problem(api.send("PATCH", "/api/workspaces", "{}"), 405);
        assertThat(api.send("PATCH", "/api/workspaces", "{}").header("Allow")).isPresent();
        problem(api.with("Content-Type", "text/plain").post("/api/workspaces", "name=x"), 415);
        problem(api.with("Accept", "text/html").get("/api/workspaces"), 406);
        problem(api.get("/api/workspaces/abc"), 404);
        problem(api.get("/api/workspaces?limit=0"), 400);
        problem(api.get("/api/workspaces?limit=101"), 400);
        problem(api.get("/api/workspaces?cursor=nonsense"), 400);
    }

    @Test
    void every_unknown_field_is_named_and_a_number_out_of_range_too() {
        Api api = Shared.server().newUser();
        Answer unknown = api.post("/api/workspaces", Map.of("name", "W", "colour", "red", "size", 3))
                .expect(400);
        assertThat(unknown.at("errors").findValuesAsString("field")).containsExactlyInAnyOrder("colour", "size");
        Answer large = api.post("/api/images/generate", Map.of("prompt", "a lake", "width", 99_999_999_999L))
                .expect(400);
        assertThat(large.text("errors/0/field")).isEqualTo("width");
        assertThat(large.text("detail")).isEqualTo("width is a number out of range");
    }

    @Test
    void lists_that_are_known_as_a_whole_have_pages_too() {
        Api api = Shared.server().newUser();
        for (String list : List.of("/api/models", "/api/styles")) {
            int all = api.get(list).expect(200).at("items").size();
            Answer first = api.get(list + "?limit=3").expect(200);
            assertThat(first.at("items")).hasSize(3);
            Answer rest = api.get(list + "?limit=100&cursor=" + first.text("next_cursor"))
                    .expect(200);
            assertThat(rest.at("items")).hasSize(all - 3);
            assertThat(rest.at("next_cursor").isNull()).isTrue();
            problem(api.get(list + "?limit=0"), 400);
            problem(api.get(list + "?cursor=nonsense"), 400);
        }
    }

    @Test
    void a_body_that_is_too_large_is_413() {
        String huge = "{\"name\":\"" + "x".repeat(5 << 20) + "\"}";
        problem(Shared.server().newUser().post("/api/workspaces", huge), 413);
    }

    @Test
    void nobody_is_401_and_a_wrong_key_too() {
        Answer nobody = Shared.server().anonymous().get("/api/workspaces");
        problem(nobody, 401);
        assertThat(nobody.header("WWW-Authenticate")).isPresent();
        problem(Shared.server().withKey("pxz_wrong").get("/api/workspaces"), 401);
        problem(Shared.server().anonymous().with("Authorization", "Basic eDp5").get("/api/workspaces"), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Request-Id", "X-Content-Type-Options", "Content-Security-Policy", "Referrer-Policy"})
    void every_answer_has_the_header(String name) {
        assertThat(Shared.server().anonymous().get("/api/workspaces").header(name))
                .isPresent();
        assertThat(Shared.server().anonymous().get("/nothing").header(name)).isPresent();
    }

    @Test
    void an_acceptable_request_id_is_kept_and_another_replaced() {
        Api api = Shared.server().anonymous();
        assertThat(api.with("X-Request-Id", "my-id.1").get("/api/me").header("X-Request-Id"))
                .contains("my-id.1");
        assertThat(api.with("X-Request-Id", "no good; id").get("/api/me").header("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{16}"));
    }

    /** Every operation of {@code /api} with a JSON body that the served document names. */
    static List<String> operationsWithBody() {
        JsonNode paths =
                Shared.server().anonymous().get("/openapi.json").expect(200).at("paths");
        List<String> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (path.getKey().startsWith("/api/")
                        && operation.getValue().at("/requestBody/content").has("application/json")) {
                    operations.add(operation.getKey().toUpperCase() + " " + path.getKey());
                }
            }
        }
        return operations;
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void bad_bodies_are_refused_by_every_operation(String operation) {
        Api api = Shared.server().admin();
        String[] parts = operation.split(" ");
        String path = parts[1].replaceAll("\\{[^}]+}", "1").replace("/credentials/1", "/credentials/grok");
        for (String body : BAD_BODIES) {
            Answer answer = api.send(parts[0], path, body);
            assertThat(answer.status())
                    .as(operation + " with " + body)
                    .isBetween(400, 499)
                    .isNotEqualTo(422);
            assertThat(answer.header("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        }
    }

    private static void problem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.number("status")).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("<html").doesNotContain("Exception");
    }
}
