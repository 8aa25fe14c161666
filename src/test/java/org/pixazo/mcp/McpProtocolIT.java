package org.pixazo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.RawClient;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The protocol on the wire: who may come in, which revisions are spoken, and what becomes of requests under way. */
class McpProtocolIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PixazoServer server = Shared.server();
    private McpUser user;
    private Api browser;
    private Api mcp;

    @BeforeEach
    void begin() {
        user = new McpUser(server);
        browser = user.browser();
        mcp = user.mcp();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void without_a_key_there_is_nothing(String method) {
        Answer answer = server.anonymous()
                .send(method, "/mcp", method.equals("POST") ? McpUser.PING : null)
                .expect(401);
        assertThat(answer.header("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        assertThat(answer.text("jsonrpc")).isEqualTo("2.0");
        assertThat(answer.text("error/message")).contains("API key");
        server.withKey("pxz_wrong").post("/mcp", McpUser.PING).expect(401);
    }

    @Test
    void a_session_of_the_console_is_no_credential_here() {
        browser.post("/mcp", McpUser.PING).expect(401);
    }

    @Test
    void a_key_without_the_scope_is_refused() {
        String other = browser.post("/api/keys", Map.of("name", "other", "scopes", List.of("chat", "images")))
                .expect(201)
                .text("secret");
        Answer answer = server.withKey(other).post("/mcp", McpUser.PING).expect(403);
        assertThat(answer.text("error/message")).contains("scope mcp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://evil.example:8080", "file://", "http://"})
    void pages_of_other_sites_are_refused(String origin) {
        Answer answer = mcp.with("Origin", origin).post("/mcp", McpUser.PING).expect(403);
        assertThat(answer.number("error/code")).isEqualTo(-32000);
    }

    @Test
    void a_page_of_this_computer_may_come_in() {
        mcp.with("Origin", "http://localhost:6274").post("/mcp", McpUser.PING).expect(200);
        mcp.with("Origin", server.uri().toString()).post("/mcp", McpUser.PING).expect(200);
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
        Answer answer = user.initialize(asked).expect(200);
        assertThat(answer.text("result/protocolVersion")).isEqualTo(agreed);
        assertThat(answer.header("Mcp-Session-Id")).isPresent();
    }

    @Test
    void listening_needs_a_session_and_a_client_that_takes_events() {
        mcp.with("Accept", "text/event-stream").get("/mcp").expect(405);
        mcp.with("Accept", "application/json").get("/mcp").expect(406);
        mcp.send("PUT", "/mcp", McpUser.PING).expect(405);
    }

    @Test
    void a_client_that_takes_no_events_gets_one_document() {
        Answer answer = mcp.with("Accept", "application/json")
                .post("/mcp", McpUser.call("generate_image", "{\"prompt\":\"a fox\",\"model\":\"sdxl\"}"))
                .expect(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.text("result/structuredContent/status")).isEqualTo("succeeded");
    }

    @Test
    void progress_only_grows_and_comes_before_the_answer() {
        List<JsonNode> messages = mcp.post(
                        "/mcp", generate("a fox step by step", ",\"_meta\":{\"progressToken\":\"fox\"}"))
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> JSON.readTree(line.substring("data: ".length())))
                .toList();
        JsonNode answer = messages.get(messages.size() - 1);
        assertThat(answer.at("/result/structuredContent/status").asString()).isEqualTo("succeeded");
        assertThat(messages.subList(0, messages.size() - 1)).isNotEmpty().allSatisfy(message -> {
            assertThat(message.path("method").asString()).isEqualTo("notifications/progress");
            assertThat(message.at("/params/progressToken").asString()).isEqualTo("fox");
        });
        assertThat(messages.stream()
                        .limit(messages.size() - 1L)
                        .map(message -> message.at("/params/progress").asDouble()))
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(2.0);
    }

    @Test
    void a_request_that_is_cancelled_ends_its_job_and_gets_no_answer() {
        Api inside = user.session();
        CompletableFuture<String> body = CompletableFuture.supplyAsync(() -> inside.post(
                        "/mcp", McpUser.call("generate_image", "{\"prompt\":\"stall mcp\",\"model\":\"sdxl\"}"))
                .expect(200)
                .body());
        Wait.until(Duration.ofSeconds(20), () -> jobs().contains("\"running\""));
        inside.post("/mcp", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}")
                .expect(202);
        Wait.until(Duration.ofSeconds(20), body::isDone);
        assertThat(body.join()).doesNotContain("\"result\"").doesNotContain("\"error\"");
        assertThat(jobs()).contains("\"cancelled\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {McpUser.BOTH, "application/json"})
    void where_requests_stand_for_themselves_to_hang_up_is_to_cancel(String accept) {
        hangUpDuring(
                Map.of(
                        "Accept", accept,
                        "MCP-Protocol-Version", "2026-07-28",
                        "Mcp-Method", "tools/call",
                        "Mcp-Name", "generate_image"),
                generate("stall mcp", "," + McpUser.META));
        Wait.until(Duration.ofSeconds(60), () -> jobs().contains("\"cancelled\""));
    }

    @Test
    void with_a_handshake_what_was_begun_goes_on_when_its_client_hangs_up() {
        hangUpDuring(
                Map.of(
                        "Accept",
                        McpUser.BOTH,
                        "Mcp-Session-Id",
                        user.initialize("2025-11-25").header("Mcp-Session-Id").orElseThrow()),
                generate("slow mcp", ""));
        Wait.until(Duration.ofSeconds(30), () -> jobs().contains("\"succeeded\""));
    }

    private void hangUpDuring(Map<String, String> headers, String message) {
        try (RawClient client = new RawClient(server.uri(), "/mcp", user.key(), headers, message, 0)) {
            Wait.until(Duration.ofSeconds(20), () -> jobs().contains("\"running\""));
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 200");
        }
    }

    private static String generate(String prompt, String more) {
        return McpUser.request(
                "tools/call",
                "{\"name\":\"generate_image\",\"arguments\":{\"prompt\":\"" + prompt + "\",\"model\":\"sdxl\"}" + more
                        + "}");
    }

    @Test
    void the_revision_without_sessions_is_spoken() {
        Answer discovered =
                stateless("server/discover", null, "{" + McpUser.META + "}").expect(200);
        assertThat(discovered.at("result/supportedVersions").toString()).contains("2026-07-28", "2025-11-25");
        assertThat(discovered.text("result/resultType")).isEqualTo("complete");
        assertThat(discovered.text("result/_meta/io.modelcontextprotocol~1serverInfo/name"))
                .isEqualTo("pixazo");
        assertThat(discovered.header("Mcp-Session-Id")).isEmpty();

        Answer tools = stateless("tools/list", null, "{" + McpUser.META + "}").expect(200);
        assertThat(tools.text("result/cacheScope")).isEqualTo("private");
        assertThat(tools.at("result/ttlMs").asInt(-1)).isZero();

        Answer called = stateless("tools/call", "list_models", "{\"name\":\"list_models\"," + McpUser.META + "}")
                .expect(200);
        assertThat(called.text("result/resultType")).isEqualTo("complete");
    }

    @Test
    void headers_must_say_what_the_body_says() {
        Answer other = stateless("tools/call", "chat", "{\"name\":\"list_models\"," + McpUser.META + "}")
                .expect(400);
        assertThat(other.number("error/code")).isEqualTo(-32020);
        assertThat(other.number("id")).isEqualTo(7);
        Answer none = mcp.with("MCP-Protocol-Version", "2026-07-28")
                .post("/mcp", McpUser.request("tools/list", "{" + McpUser.META + "}"))
                .expect(400);
        assertThat(none.number("error/code")).isEqualTo(-32020);
        stateless("tools/call", "=?base64?bGlzdF9tb2RlbHM=?=", "{\"name\":\"list_models\"," + McpUser.META + "}")
                .expect(200);
    }

    @Test
    void a_revision_that_nobody_knows_is_refused_with_those_that_are_known() {
        Answer answer = mcp.with("MCP-Protocol-Version", "2099-01-01")
                .with("Mcp-Method", "tools/list")
                .post(
                        "/mcp",
                        McpUser.request("tools/list", "{" + McpUser.META.replace("2026-07-28", "2099-01-01") + "}"))
                .expect(400);
        assertThat(answer.number("error/code")).isEqualTo(-32022);
        assertThat(answer.at("error/data/supported").toString()).contains("2026-07-28");
    }

    @Test
    void methods_that_a_revision_does_not_have_are_not_found() {
        Answer answer = stateless("ping", null, "{" + McpUser.META + "}").expect(404);
        assertThat(answer.number("error/code")).isEqualTo(-32601);
        assertThat(mcp.post("/mcp", McpUser.request("tools/nothing", "{}"))
                        .expect(200)
                        .number("error/code"))
                .isEqualTo(-32601);
    }

    @Test
    void what_belongs_to_others_does_not_exist() {
        long chat = mcp.with("Accept", "application/json")
                .post("/mcp", McpUser.call("chat", "{\"message\":\"secret words\"}"))
                .expect(200)
                .number("result/structuredContent/chat_id");
        Api stranger = server.newUser().with("Accept", "application/json");
        assertThat(stranger.post("/mcp", McpUser.request("resources/read", "{\"uri\":\"pixazo://chats/" + chat + "\"}"))
                        .expect(200)
                        .number("error/code"))
                .isEqualTo(-32002);
        assertThat(stranger.post("/mcp", McpUser.call("chat", "{\"message\":\"x\",\"chat_id\":" + chat + "}"))
                        .expect(200)
                        .at("result/isError")
                        .asBoolean())
                .isTrue();
        assertThat(stranger.post("/mcp", McpUser.request("resources/list", "{}"))
                        .body())
                .doesNotContain("chats/" + chat);
    }

    private String jobs() {
        return browser.get("/api/image-jobs").expect(200).body();
    }

    private Answer stateless(String method, String name, String params) {
        return user.stateless(method, name).post("/mcp", McpUser.request(method, params));
    }
}
