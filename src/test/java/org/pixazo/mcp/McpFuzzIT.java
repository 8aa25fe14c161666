package org.pixazo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;

/** Whatever is sent is answered by the rules of JSON-RPC, and nothing stays behind. */
class McpFuzzIT {

    private static final String[] INSIDES = {"Exception", "tools.jackson", "org.pixazo", "\tat "};
    private static final int MESSAGES_A_SEED = 400;

    private final PixazoServer server = Shared.server();
    private McpUser user;

    @BeforeEach
    void begin() {
        user = new McpUser(server);
    }

    /** More by {@code -Dmcp.fuzz.seeds=1000}. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("mcp.fuzz.seeds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_is_sent_is_answered_by_the_rules(long seed) {
        double sessions = metric("pixazo_mcp_sessions");
        double streams = metric("pixazo_mcp_streams");
        FuzzedMessages messages = new FuzzedMessages(seed);
        Api session = user.session();
        for (int i = 0; i < MESSAGES_A_SEED; i++) {
            FuzzedMessages.Sent sent = messages.next();
            Answer answer = sent.to(sent.inSession() ? session : user.mcp());
            assertAnswered(answer, "seed " + seed + ", message " + i + ": " + sent);
        }
        user.mcp().post("/mcp", McpUser.PING).expect(200);
        // Other tests may have left some, of which the server does not hear.
        assertThat(metric("pixazo_mcp_streams")).isLessThanOrEqualTo(streams);
        // Those of this user, of which only the youngest stay.
        assertThat(metric("pixazo_mcp_sessions") - sessions).isLessThanOrEqualTo(20);
        assertThat(metric("jvm_threads_live_threads")).isLessThan(400);
    }

    private static void assertAnswered(Answer answer, String what) {
        assertThat(answer.status()).as(what).isIn(200, 202, 400, 404, 406);
        assertThat(answer.body()).as(what).doesNotContain(INSIDES);
        if (answer.status() == 202) {
            assertThat(answer.body()).as(what).isEmpty();
            return;
        }
        JsonNode message = answer.json();
        assertThat(message.path("jsonrpc").asString()).as(what).isEqualTo("2.0");
        assertThat(message.has("id")).as(what).isTrue();
        assertThat(message.has("result") ^ message.has("error")).as(what).isTrue();
        if (message.has("error")) {
            assertThat(message.at("/error/code").asInt()).as(what).isBetween(-32768, -32000);
            assertThat(message.at("/error/code").asInt()).as(what).isNotEqualTo(-32603);
            assertThat(message.at("/error/message").asString()).as(what).isNotBlank();
        } else {
            assertThat(answer.status()).as(what).isEqualTo(200);
        }
    }

    private double metric(String name) {
        return server.admin()
                .get("/api/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No metric " + name));
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
                "[" + McpUser.PING + "]",
                "{}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[1]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
                McpUser.PING + McpUser.PING
            })
    void what_is_no_message_is_told_so(String body) {
        Answer answer = user.mcp().post("/mcp", body).expect(400);
        assertThat(answer.text("jsonrpc")).isEqualTo("2.0");
        assertThat(answer.number("error/code")).isBetween(-32700L, -32600L);
        assertThat(answer.body()).doesNotContain(INSIDES);
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
        Answer answer = user.mcp().post("/mcp", McpUser.request(parts[0], parts[1]));
        assertThat(answer.status()).isIn(200, 400);
        assertThat(answer.number("id")).isEqualTo(7);
        assertThat(answer.number("error/code")).isIn(-32602L, -32002L);
        assertThat(answer.body()).doesNotContain(INSIDES);
    }

    @Test
    void a_notification_is_not_answered_and_one_with_an_id_is_a_request() {
        assertThat(user.mcp()
                        .post("/mcp", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/nothing\"}")
                        .expect(202)
                        .body())
                .isEmpty();
        assertThat(user.mcp()
                        .post("/mcp", McpUser.request("notifications/initialized", "{}"))
                        .expect(200)
                        .number("error/code"))
                .isEqualTo(-32601);
    }

    @Test
    void an_id_comes_back_as_it_was() {
        for (String id : new String[] {"\"\"", "\"\\ud800\"", "-1", "123456789012345678901234567890", "\"ä\\u0000\""}) {
            Answer answer = user.mcp()
                    .post("/mcp", "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}")
                    .expect(200);
            assertThat(answer.body()).contains("\"result\"");
        }
    }

    @Test
    void deep_bodies_are_refused() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        assertThat(user.mcp()
                        .post("/mcp", McpUser.call("chat", "{\"message\":" + deep + "}"))
                        .expect(400)
                        .number("error/code"))
                .isEqualTo(-32700);
    }

    @Test
    void large_bodies_are_refused_whether_they_say_their_length_or_not() {
        String large = McpUser.request("ping", "{\"x\":\"" + "x".repeat(5 << 20) + "\"}");
        assertThat(user.mcp().post("/mcp", large).expect(413).number("error/code"))
                .isEqualTo(-32000);
        assertThat(user.mcp().postInChunks("/mcp", large).expect(413).number("error/code"))
                .isEqualTo(-32000);
        user.mcp()
                .post("/mcp", McpUser.request("ping", "{\"x\":\"" + "x".repeat(3 << 20) + "\"}"))
                .expect(200);
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        byte[] broken = McpUser.PING.getBytes(StandardCharsets.US_ASCII);
        broken[McpUser.PING.indexOf("ping") + 1] = (byte) 0xC3;
        assertThat(user.mcp().post("/mcp", broken).expect(400).number("error/code"))
                .isEqualTo(-32700);
    }

    @Test
    void what_is_no_json_is_refused() {
        user.mcp().with("Content-Type", "text/plain").post("/mcp", McpUser.PING).expect(415);
    }
}
