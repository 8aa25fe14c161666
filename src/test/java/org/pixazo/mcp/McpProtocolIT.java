package org.pixazo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.EventStream;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;
import tools.jackson.databind.JsonNode;

/** The protocol on the wire: who may come in, sessions, revisions, and messages that are none. */
class McpProtocolIT {

    private static final String BOTH = "application/json, text/event-stream";
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    private final PixazoServer server = Shared.server();
    private Api browser;
    private String key;
    private Api mcp;

    @BeforeEach
    void makeKey() {
        browser = newBrowser(server);
        key = browser.post("/api/keys", Map.of("name", "mcp", "scopes", List.of("mcp")))
                .expect(201)
                .text("secret");
        mcp = server.withKey(key).with("Accept", BOTH);
    }

    static Api newBrowser(PixazoServer server) {
        String name = "mcp" + System.nanoTime();
        server.anonymous()
                .post("/api/auth/register", Map.of("username", name, "password", "a long password"))
                .expect(201);
        return server.anonymous().login(name, "a long password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void without_a_key_there_is_nothing(String method) {
        Answer answer = server.anonymous()
                .send(method, "/mcp", method.equals("POST") ? PING : null)
                .expect(401);
        assertThat(answer.header("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        assertThat(answer.text("jsonrpc")).isEqualTo("2.0");
        assertThat(answer.text("error/message")).contains("API key");
        server.withKey("pxz_wrong").post("/mcp", PING).expect(401);
    }

    @Test
    void a_session_of_the_console_is_no_credential_here() {
        browser.post("/mcp", PING).expect(401);
    }

    @Test
    void a_key_without_the_scope_is_refused() {
        String other = browser.post("/api/keys", Map.of("name", "other", "scopes", List.of("chat", "images")))
                .expect(201)
                .text("secret");
        Answer answer = server.withKey(other).post("/mcp", PING).expect(403);
        assertThat(answer.text("error/message")).contains("scope mcp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://evil.example:8080", "file://", "http://"})
    void pages_of_other_sites_are_refused(String origin) {
        Answer answer = mcp.with("Origin", origin).post("/mcp", PING).expect(403);
        assertThat(answer.number("error/code")).isEqualTo(-32000);
    }

    @Test
    void a_page_of_this_computer_may_come_in() {
        mcp.with("Origin", "http://localhost:6274").post("/mcp", PING).expect(200);
        mcp.with("Origin", server.uri().toString()).post("/mcp", PING).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, 2025-11-25",
        "2025-06-18, 2025-06-18",
        "2025-03-26, 2025-03-26",
        "2024-11-05, 2024-11-05",
        "2026-07-28, 2025-11-25",
        "1.0, 2025-11-25"
    })
    void both_sides_agree_on_a_revision(String asked, String agreed) {
        Answer answer = initialize(asked).expect(200);
        assertThat(answer.text("result/protocolVersion")).isEqualTo(agreed);
        assertThat(answer.header("Mcp-Session-Id")).isPresent();
    }

    @Test
    void a_session_belongs_to_its_key_and_ends_when_its_client_says_so() {
        String session = session();
        Api inside = mcp.with("Mcp-Session-Id", session);
        inside.post("/mcp", PING).expect(200);
        inside.post("/mcp", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .expect(202);
        server.newUser()
                .with("Accept", BOTH)
                .with("Mcp-Session-Id", session)
                .post("/mcp", PING)
                .expect(404);
        inside.delete("/mcp").expect(204);
        inside.post("/mcp", PING).expect(404);
        inside.delete("/mcp").expect(404);
    }

    @Test
    void a_user_has_at_most_twenty_sessions_and_the_oldest_goes() {
        String first = session();
        for (int i = 0; i < 20; i++) {
            session();
        }
        mcp.with("Mcp-Session-Id", first).post("/mcp", PING).expect(404);
    }

    @Test
    void sessions_and_their_streams_end_with_the_key() {
        Api inside = mcp.with("Mcp-Session-Id", session());
        long id = browser.get("/api/keys").expect(200).number("items/0/id");
        CompletableFuture<Void> over = CompletableFuture.runAsync(() -> {
            try (EventStream stream = inside.with("Accept", "text/event-stream").stream("GET", "/mcp", null)) {
                assertThat(stream.status()).isEqualTo(200);
                browser.delete("/api/keys/" + id).expect(204);
                stream.rest();
            }
        });
        Wait.until(Duration.ofSeconds(40), over::isDone);
        over.join();
        inside.post("/mcp", PING).expect(401);
    }

    @Test
    void listening_needs_a_session_and_a_client_that_takes_events() {
        mcp.with("Accept", "text/event-stream").get("/mcp").expect(405);
        mcp.with("Accept", "application/json").get("/mcp").expect(406);
        mcp.send("PUT", "/mcp", PING).expect(405);
    }

    @Test
    void a_client_that_takes_no_events_gets_one_document() {
        Answer answer = mcp.with("Accept", "application/json")
                .post("/mcp", call("generate_image", "{\"prompt\":\"a fox\",\"model\":\"sdxl\"}"))
                .expect(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.text("result/structuredContent/status")).isEqualTo("succeeded");
    }

    @Test
    void a_request_that_is_cancelled_ends_its_job_and_gets_no_answer() {
        Api inside = mcp.with("Mcp-Session-Id", session());
        CompletableFuture<String> body = CompletableFuture.supplyAsync(
                () -> inside.post("/mcp", call("generate_image", "{\"prompt\":\"stall mcp\",\"model\":\"sdxl\"}"))
                        .expect(200)
                        .body());
        Wait.until(Duration.ofSeconds(20), () -> jobs().contains("\"running\""));
        inside.post("/mcp", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}")
                .expect(202);
        Wait.until(Duration.ofSeconds(20), body::isDone);
        assertThat(body.join()).doesNotContain("\"result\"").doesNotContain("\"error\"");
        assertThat(jobs()).contains("\"cancelled\"");
    }

    @Test
    void where_requests_stand_for_themselves_to_hang_up_is_to_cancel() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + "/mcp"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Accept", BOTH)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "generate_image")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"generate_image\","
                                + "\"arguments\":{\"prompt\":\"stall mcp\",\"model\":\"sdxl\"}," + META + "}}"))
                .build();
        HttpResponse<java.io.InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        Wait.until(Duration.ofSeconds(20), () -> jobs().contains("\"running\""));
        response.body().close();
        Wait.until(Duration.ofSeconds(60), () -> jobs().contains("\"cancelled\""));
    }

    @Test
    void the_revision_without_sessions_is_spoken() {
        Answer discovered = stateless("server/discover", null, "{" + META + "}").expect(200);
        assertThat(discovered.at("result/supportedVersions").toString()).contains("2026-07-28", "2025-11-25");
        assertThat(discovered.text("result/resultType")).isEqualTo("complete");
        assertThat(discovered.text("result/_meta/io.modelcontextprotocol~1serverInfo/name"))
                .isEqualTo("pixazo");
        assertThat(discovered.header("Mcp-Session-Id")).isEmpty();

        Answer tools = stateless("tools/list", null, "{" + META + "}").expect(200);
        assertThat(tools.text("result/cacheScope")).isEqualTo("private");
        assertThat(tools.at("result/ttlMs").asInt(-1)).isZero();

        Answer called = stateless("tools/call", "list_models", "{\"name\":\"list_models\"," + META + "}")
                .expect(200);
        assertThat(called.text("result/resultType")).isEqualTo("complete");
    }

    @Test
    void who_listens_hears_that_the_prompts_changed() {
        Api session = mcp.with("Mcp-Session-Id", session()).with("Accept", "text/event-stream");
        Api listener = mcp.with("Accept", "text/event-stream")
                .with("MCP-Protocol-Version", "2026-07-28")
                .with("Mcp-Method", "subscriptions/listen");
        String listen = request(
                "subscriptions/listen",
                "{\"notifications\":{\"promptsListChanged\":true,\"toolsListChanged\":true}," + META + "}");
        try (EventStream legacy = session.stream("GET", "/mcp", null);
                EventStream modern = listener.stream("POST", "/mcp", listen)) {
            JsonNode acknowledged = modern.until("message");
            assertThat(acknowledged.path("method").asString()).isEqualTo("notifications/subscriptions/acknowledged");
            assertThat(acknowledged.at("/params/notifications").toString()).isEqualTo("{\"promptsListChanged\":true}");

            browser.post("/api/prompts", Map.of("title", "new", "content", "new"))
                    .expect(201);

            JsonNode heard = modern.until("message");
            assertThat(heard.path("method").asString()).isEqualTo("notifications/prompts/list_changed");
            assertThat(heard.at("/params/_meta/io.modelcontextprotocol~1subscriptionId")
                            .asInt())
                    .isEqualTo(7);
            assertThat(legacy.until("message").path("method").asString())
                    .isEqualTo("notifications/prompts/list_changed");
        }
    }

    @Test
    void headers_must_say_what_the_body_says() {
        Answer other = stateless("tools/call", "chat", "{\"name\":\"list_models\"," + META + "}")
                .expect(400);
        assertThat(other.number("error/code")).isEqualTo(-32020);
        assertThat(other.number("id")).isEqualTo(7);
        Answer none = mcp.with("MCP-Protocol-Version", "2026-07-28")
                .post("/mcp", request("tools/list", "{" + META + "}"))
                .expect(400);
        assertThat(none.number("error/code")).isEqualTo(-32020);
        stateless("tools/call", "=?base64?bGlzdF9tb2RlbHM=?=", "{\"name\":\"list_models\"," + META + "}")
                .expect(200);
    }

    @Test
    void a_revision_that_nobody_knows_is_refused_with_those_that_are_known() {
        Answer answer = mcp.with("MCP-Protocol-Version", "2099-01-01")
                .with("Mcp-Method", "tools/list")
                .post("/mcp", request("tools/list", "{" + META.replace("2026-07-28", "2099-01-01") + "}"))
                .expect(400);
        assertThat(answer.number("error/code")).isEqualTo(-32022);
        assertThat(answer.at("error/data/supported").toString()).contains("2026-07-28");
    }

    @Test
    void methods_that_a_revision_does_not_have_are_not_found() {
        Answer answer = stateless("ping", null, "{" + META + "}").expect(404);
        assertThat(answer.number("error/code")).isEqualTo(-32601);
        assertThat(mcp.post("/mcp", request("tools/nothing", "{}")).expect(200).number("error/code"))
                .isEqualTo(-32601);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "7",
                "\"text\"",
                "[]",
                "[" + PING + "]",
                "{}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[1]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
                PING + PING
            })
    void what_is_no_message_is_told_so(String body) {
        Answer answer = mcp.post("/mcp", body).expect(400);
        assertThat(answer.text("jsonrpc")).isEqualTo("2.0");
        assertThat(answer.number("error/code")).isBetween(-32700L, -32600L);
        assertThat(answer.body()).doesNotContain("Exception", "tools.jackson", "org.pixazo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tools/call|{}",
                "tools/call|{\"name\":7}",
                "tools/call|{\"name\":\"nothing\"}",
                "tools/call|{\"name\":\"chat\",\"arguments\":[]}",
                "tools/call|{\"name\":\"chat\",\"arguments\":\"x\"}",
                "resources/read|{}",
                "resources/read|{\"uri\":[]}",
                "resources/read|{\"uri\":\"file:///etc/passwd\"}",
                "resources/read|{\"uri\":\"pixazo://images/0\"}",
                "resources/list|{\"cursor\":7}",
                "resources/list|{\"cursor\":\"images:%%%\"}",
                "prompts/list|{\"cursor\":\"x\"}",
                "prompts/get|{}",
                "prompts/get|{\"name\":\"a\\u0000b\"}",
                "prompts/get|{\"name\":\"x #1\",\"arguments\":[]}",
                "completion/complete|{}",
                "completion/complete|{\"ref\":7,\"argument\":7}",
                "completion/complete|{\"ref\":{\"type\":\"ref/resource\",\"uri\":\"x\"},\"argument\":{\"name\":\"a\",\"value\":\"\"}}",
                "initialize|{}",
                "initialize|{\"protocolVersion\":7}"
            })
    void parameters_that_a_method_does_not_take_are_told_so(String given) {
        String[] parts = given.split("\\|", 2);
        Answer answer = mcp.post("/mcp", request(parts[0], parts[1]));
        assertThat(answer.status()).isIn(200, 400);
        assertThat(answer.number("id")).isEqualTo(7);
        assertThat(answer.number("error/code")).isIn(-32602L, -32002L);
        assertThat(answer.body()).doesNotContain("Exception", "tools.jackson", "org.pixazo");
    }

    @Test
    void deep_large_and_broken_bodies_do_no_harm() throws IOException, InterruptedException {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        assertThat(mcp.post(
                                "/mcp",
                                request("tools/call", "{\"name\":\"chat\",\"arguments\":{\"message\":" + deep + "}}"))
                        .expect(400)
                        .number("error/code"))
                .isEqualTo(-32700);
        mcp.post("/mcp", request("ping", "{\"x\":\"" + "x".repeat(5 << 20) + "\"}"))
                .expect(413);
        mcp.with("Content-Type", "text/plain").post("/mcp", PING).expect(415);
        byte[] broken = PING.replace("ping", "p#ng").getBytes(StandardCharsets.US_ASCII);
        broken[PING.indexOf("ping") + 1] = (byte) 0xC3;
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.uri() + "/mcp"))
                                .header("Authorization", "Bearer " + key)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(broken))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("-32700");
        mcp.post("/mcp", PING).expect(200);
    }

    @Test
    void what_belongs_to_others_does_not_exist() {
        long chat = mcp.with("Accept", "application/json")
                .post("/mcp", call("chat", "{\"message\":\"secret words\"}"))
                .expect(200)
                .number("result/structuredContent/chat_id");
        Api stranger = server.newUser().with("Accept", "application/json");
        assertThat(stranger.post("/mcp", request("resources/read", "{\"uri\":\"pixazo://chats/" + chat + "\"}"))
                        .expect(200)
                        .number("error/code"))
                .isEqualTo(-32002);
        assertThat(stranger.post("/mcp", call("chat", "{\"message\":\"x\",\"chat_id\":" + chat + "}"))
                        .expect(200)
                        .at("result/isError")
                        .asBoolean())
                .isTrue();
        assertThat(stranger.post("/mcp", request("resources/list", "{}")).body())
                .doesNotContain("chats/" + chat);
    }

    private String jobs() {
        return browser.get("/api/image-jobs").expect(200).body();
    }

    private Answer initialize(String revision) {
        return mcp.post(
                "/mcp",
                request(
                        "initialize",
                        "{\"protocolVersion\":\"" + revision
                                + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}"));
    }

    private String session() {
        return initialize("2025-11-25").expect(200).header("Mcp-Session-Id").orElseThrow();
    }

    private Answer stateless(String method, String name, String params) {
        Api client = mcp.with("MCP-Protocol-Version", "2026-07-28").with("Mcp-Method", method);
        return (name == null ? client : client.with("Mcp-Name", name)).post("/mcp", request(method, params));
    }

    private static String call(String tool, String arguments) {
        return request("tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }
}
