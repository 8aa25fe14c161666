package org.pixazo.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Documented;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those see who run Pixazo. */
class OperationIT {

    private final PixazoServer server = Shared.server();
    private final Api anonymous = server.anonymous();

    @Test
    void everybody_may_ask_for_its_health() {
        assertThat(anonymous.get("/api/health/live").expect(200).body()).isEqualTo("{\"status\":\"up\"}");

        Answer ready = anonymous.get("/api/health/ready").expect(200);

        assertThat(ready.text("status")).isEqualTo("up");
        assertThat(ready.at("checks"))
                .extracting(check -> check.get("name").stringValue() + " "
                        + check.get("status").stringValue())
                .containsExactly(
                        "database up",
                        "data_folder up",
                        "text_upstream configured",
                        "image_upstream configured",
                        "telegram not_configured");
        assertThat(ready.body()).doesNotContain("/tmp", "127.0.0.1", "jdbc:", "xai-test", "gateway-test");
    }

    @Test
    void metrics_are_for_administrators() {
        anonymous.get("/api/metrics").expect(401);
        server.newUser().get("/api/metrics").expect(403);

        Answer metrics = server.admin().get("/api/metrics").expect(200);

        assertThat(metrics.header("Content-Type").orElseThrow()).contains("text/plain", "version=0.0.4");
        assertThat(metrics.body())
                .contains("http_server_requests_seconds_count{method=\"GET\",status=\"401\",uri=\"/api/metrics\"}")
                .contains("jvm_memory_used_bytes{", "process_cpu_usage ", "jvm_threads_live_threads ");
    }

    @Test
    void a_request_is_in_the_log_under_its_id_as_json_and_without_secrets() {
        String id = "operation-it-" + System.nanoTime();
        server.admin().with("X-Request-Id", id).get("/api/me?q=private").expect(200);

        JsonNode line = JsonMapper.shared().readTree(logged(id));

        assertThat(line.get("request_id").stringValue()).isEqualTo(id);
        assertThat(line.get("message").stringValue())
                .startsWith("GET /api/me 200 ")
                .doesNotContain("private");
        assertThat(String.join("\n", server.output())).doesNotContain(PixazoServer.ADMIN_KEY);
    }

    @Test
    void the_page_of_the_api_comes_with_all_its_files_and_no_script_inside() {
        Answer page = anonymous.get("/api-docs/").expect(200);

        assertThat(page.header("Content-Security-Policy").orElseThrow()).contains("script-src 'self'");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)");
        for (String file : List.of("swagger-ui-bundle.js", "swagger-ui.css", "page.js", "page.css")) {
            assertThat(page.body()).contains(file);
            anonymous.get("/api-docs/" + file).expect(200);
        }
    }

    @Test
    void answers_are_as_the_document_says() {
        Documented documented = new Documented(server);
        Api api = server.newUser();

        Answer workspace = api.post("/api/workspaces", Map.of("name", "W")).expect(201);
        documented.check("POST", "/api/workspaces", workspace);
        documented.check("GET", "/api/workspaces", api.get("/api/workspaces?limit=1"));
        String path = "/api/workspaces/" + workspace.number("id");
        documented.check("GET", "/api/workspaces/{id}", api.get(path).expect(200));
        documented.check(
                "PUT",
                "/api/workspaces/{id}",
                api.put(path, Map.of("description", "d")).expect(200));
        documented.check(
                "PUT", "/api/workspaces/{id}", api.put(path, Map.of("nme", "d")).expect(400));
        documented.check(
                "PUT",
                "/api/workspaces/{id}",
                api.with("If-Match", "\"77\"").put(path, Map.of("name", "x")).expect(412));

        Answer chat = api.post(path + "/chats", Map.of("name", "C")).expect(201);
        documented.check("POST", "/api/workspaces/{workspaceId}/chats", chat);
        String messages = "/api/chats/" + chat.number("id") + "/messages";
        documented.check(
                "GET",
                "/api/chats/{id}",
                api.get("/api/chats/" + chat.number("id")).expect(200));
        documented.check(
                "POST",
                "/api/chats/{chatId}/messages",
                api.post(messages, Map.of("content", "hello", "model", "offline"))
                        .expect(201));
        documented.check(
                "GET", "/api/chats/{chatId}/messages", api.get(messages).expect(200));

        Answer order = api.with("Prefer", "wait=60")
                .post(
                        "/api/images/generate",
                        Map.of("prompt", "a tree", "model", "offline", "width", 256, "height", 256));
        documented.check("POST", "/api/images/generate", order);
        documented.check("GET", "/api/images", api.get("/api/images").expect(200));
        documented.check("GET", "/api/image-jobs", api.get("/api/image-jobs").expect(200));

        documented.check("GET", "/api/models", api.get("/api/models").expect(200));
        documented.check(
                "POST", "/api/keys", api.post("/api/keys", Map.of("name", "k")).expect(201));
        documented.check("GET", "/api/keys", api.get("/api/keys").expect(200));
        documented.check("GET", "/api/me", api.get("/api/me").expect(200));
        documented.check("GET", "/api/me", anonymous.get("/api/me").expect(401));
        documented.check("GET", "/api/users", api.get("/api/users").expect(403));
        documented.check("GET", "/api/users", server.admin().get("/api/users").expect(200));
        documented.check(
                "GET", "/api/health/ready", anonymous.get("/api/health/ready").expect(200));
    }

    private String logged(String id) {
        Wait.until(Duration.ofSeconds(5), () -> server.output().stream().anyMatch(line -> line.contains(id)));
        return server.output().stream()
                .filter(line -> line.contains(id))
                .findFirst()
                .orElseThrow();
    }
}
