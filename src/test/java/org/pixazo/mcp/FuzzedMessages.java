package org.pixazo.mcp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages of the protocol, each of them broken somewhere: in its values, its shape or its bytes. The same for a seed. */
final class FuzzedMessages {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> WELL_FORMED = List.of(
            McpUser.PING,
            McpUser.request(
                    "initialize",
                    "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"f\",\"version\":\"1\"}}"),
            McpUser.request("tools/list", "{\"cursor\":\"x\"}"),
            McpUser.call("list_models", "{\"kind\":\"image\"}"),
            McpUser.call("list_images", "{\"q\":\"a\",\"model\":\"sdxl\",\"limit\":5,\"cursor\":\"1\",\"chat_id\":1}"),
            McpUser.call("list_prompts", "{\"q\":\"a\",\"tag\":\"b\",\"limit\":5,\"workspace_id\":1}"),
            McpUser.call("get_image", "{\"id\":1,\"full\":true}"),
            McpUser.call(
                    "generate_image",
                    "{\"prompt\":\"fuzz\",\"model\":\"nothing\",\"width\":256,\"n\":2,\"seed\":1,\"style\":\"anime\","
                            + "\"num_steps\":4,\"guidance_scale\":1.5,\"full\":false}"),
            McpUser.call("save_prompt", "{\"title\":\"t\",\"content\":\"{{a}} c\",\"tags\":[\"x\",\"y\"]}"),
            McpUser.call("chat", "{\"message\":\"hello\",\"chat_id\":1,\"model\":\"offline\",\"name\":\"n\"}"),
            McpUser.call("enhance_prompt", "{\"prompt\":\"a fox\",\"model\":\"offline\",\"style\":\"anime\"}"),
            McpUser.call("suggest_styles", "{\"prompt\":\"a fox\"}"),
            McpUser.call("recommend_model", "{\"prompt\":\"a fox\",\"style\":\"anime\"}"),
            McpUser.request("resources/list", "{\"cursor\":\"images:1\"}"),
            McpUser.request("resources/read", "{\"uri\":\"pixazo://images/1\"}"),
            McpUser.request("resources/templates/list", "{}"),
            McpUser.request("resources/subscribe", "{\"uri\":\"pixazo://chats/1\"}"),
            McpUser.request("resources/unsubscribe", "{\"uri\":\"pixazo://chats/1\"}"),
            McpUser.request("subscriptions/listen", "{\"notifications\":{\"resourceSubscriptions\":[\"x\"]}}"),
            McpUser.request("server/discover", "{" + McpUser.META + "}"),
            McpUser.request("prompts/list", "{}"),
            McpUser.request("prompts/get", "{\"name\":\"t\",\"arguments\":{\"a\":\"b\"}}"),
            McpUser.request(
                    "completion/complete",
                    "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"t\"},\"argument\":{\"name\":\"model\",\"value\":\"s\"}}"),
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}",
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{}}");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "\ud800",
            "\udc00x",
            "\uffff",
            "a\r\nb",
            "💥".repeat(300),
            "x".repeat(70_000),
            "pixazo://images/99999999999999999999",
            "pixazo://chats/1.json",
            "'; DROP TABLE images; --",
            "%s%n${jndi:x}#{x}{{a}}",
            "-1",
            "true",
            "notifications/cancelled",
            "2026-07-28",
            "../../etc/passwd");

    private final Random random;

    FuzzedMessages(long seed) {
        this.random = new Random(seed);
    }

    /**
     * One message.
     *
     * @param body its bytes
     * @param inSession whether it is sent in a session
     * @param version what the header says of the revision; null for no header
     * @param method likewise of the method
     * @param name likewise of the name
     */
    record Sent(byte[] body, boolean inSession, String version, String method, String name) {

        Answer to(Api client) {
            // One document, so that nothing waits for changes.
            Api with = client.with("Accept", "application/json");
            with = version == null ? with : with.with("MCP-Protocol-Version", version);
            with = method == null ? with : with.with("Mcp-Method", method);
            return (name == null ? with : with.with("Mcp-Name", name)).post("/mcp", body);
        }

        @Override
        public String toString() {
            String text = new String(body, StandardCharsets.UTF_8);
            return (inSession ? "in a session, " : "") + version + " " + method + " " + name + " "
                    + (text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text);
        }
    }

    Sent next() {
        JsonNode message = JSON.readTree(pick(WELL_FORMED));
        String method = message.path("method").asString(null);
        String name = message.path("params").path("name").asString(null);
        boolean stateless = random.nextInt(4) == 0;
        if (stateless && message.path("params") instanceof ObjectNode params) {
            params.setAll((ObjectNode) JSON.readTree("{" + McpUser.META + "}"));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            message = broken(message);
        }
        byte[] body = JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(6) == 0) {
            body = brokenBytes(body);
        }
        boolean headers = stateless && random.nextInt(5) > 0;
        return new Sent(
                body,
                random.nextBoolean(),
                stateless ? "2026-07-28" : pick(versions()),
                headers ? method : null,
                headers ? name : null);
    }

    private static List<String> versions() {
        List<String> versions = new ArrayList<>(List.of("2025-11-25", "2025-03-26", "1.0", "x y"));
        versions.add(null);
        versions.add(null);
        return versions;
    }

    private JsonNode broken(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty() && random.nextInt(6) > 0) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = pick(names);
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(pick(TEXTS), anything(2));
                case 2 -> object.set(name, anything(2));
                default -> object.set(name, broken(object.get(name)));
            }
            return object;
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && random.nextBoolean()) {
            int index = random.nextInt(array.size());
            array.set(index, broken(array.get(index)));
            return array;
        }
        return random.nextInt(8) == 0 ? NODES.arrayNode().add(node).add(node) : anything(3);
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt());
            case 3 -> NODES.numberNode(random.nextDouble() * 1e300);
            case 4 -> NODES.numberNode(new java.math.BigInteger(300, random));
            case 5, 6 -> NODES.stringNode(pick(TEXTS));
            case 7 -> NODES.arrayNode().add(anything(depth - 1)).add(anything(depth - 1));
            case 8 -> NODES.objectNode().set(pick(TEXTS), anything(depth - 1));
            case 9 -> nested(random.nextInt(400));
            default -> NODES.objectNode();
        };
    }

    private static JsonNode nested(int depth) {
        JsonNode node = NODES.numberNode(1);
        for (int i = 0; i < depth; i++) {
            node = i % 2 == 0 ? NODES.arrayNode().add(node) : NODES.objectNode().set("a", node);
        }
        return node;
    }

    private byte[] brokenBytes(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = random.nextInt(body.length);
        out.write(body, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1 -> out.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
            case 2 -> out.write(body, at + 1, body.length - at - 1);
            case 3 -> {
                out.write(random.nextInt(256));
                out.write(body, at, body.length - at);
            }
            default -> {
                out.write(body, at, body.length - at);
                out.writeBytes(body);
            }
        }
        return out.toByteArray();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
