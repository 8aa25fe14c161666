package org.pixazo.mcp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.PixazoServer;

/** A new user with the console's session and a key that opens the MCP server and nothing else. */
final class McpUser {

    static final String BOTH = "application/json, text/event-stream";
    static final String EVENTS = "text/event-stream";
    static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    private final PixazoServer server;
    private final Api browser;
    private final long keyId;
    private final String key;

    McpUser(PixazoServer server) {
        this(server, Map.of());
    }

    /** @param limits more fields of the key */
    McpUser(PixazoServer server, Map<String, Object> limits) {
        this.server = server;
        this.browser = newBrowser(server);
        Map<String, Object> fields = new HashMap<>(limits);
        fields.put("name", "mcp");
        fields.put("scopes", List.of("mcp"));
        Answer made = browser.post("/api/keys", fields).expect(201);
        this.key = made.text("secret");
        this.keyId = made.number("id");
    }

    private static Api newBrowser(PixazoServer server) {
        String name = "mcp" + System.nanoTime();
        server.anonymous()
                .post("/api/auth/register", Map.of("username", name, "password", "a long password"))
                .expect(201);
        return server.anonymous().login(name, "a long password");
    }

    /** What this user does in the console. */
    Api browser() {
        return browser;
    }

    String key() {
        return key;
    }

    String keyPath() {
        return "/api/keys/" + keyId;
    }

    /** A client that keeps no session. */
    Api mcp() {
        return server.withKey(key).with("Accept", BOTH);
    }

    /** A client that has begun a session. */
    Api session() {
        return mcp().with(
                        "Mcp-Session-Id",
                        initialize("2025-11-25")
                                .expect(200)
                                .header("Mcp-Session-Id")
                                .orElseThrow());
    }

    Answer initialize(String revision) {
        return mcp().post(
                        "/mcp",
                        request(
                                "initialize",
                                "{\"protocolVersion\":\"" + revision
                                        + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}"));
    }

    /** A client of the revision without handshake. */
    Api stateless(String method, String name) {
        Api client = mcp().with("MCP-Protocol-Version", "2026-07-28").with("Mcp-Method", method);
        return name == null ? client : client.with("Mcp-Name", name);
    }

    static String call(String tool, String arguments) {
        return request("tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
    }

    static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }
}
