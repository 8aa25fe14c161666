package org.pixazo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.EventStream;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.RawClient;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;
import tools.jackson.databind.JsonNode;

/** What clients hear that listen: changes of their user's lists, and of the resources that they named. */
class McpChangesIT {

    private static final String LISTS = "notifications/resources/list_changed";
    private static final String UPDATED = "notifications/resources/updated";

    private final PixazoServer server = Shared.server();
    private McpUser user;
    private Api browser;
    private long chat;

    @BeforeEach
    void begin() {
        user = new McpUser(server);
        browser = user.browser();
        long workspace =
                browser.post("/api/workspaces", Map.of("name", "w")).expect(201).number("id");
        chat = browser.post("/api/workspaces/" + workspace + "/chats", Map.of("name", "first"))
                .expect(201)
                .number("id");
    }

    @Test
    void the_server_says_that_it_tells() {
        JsonNode capabilities = user.initialize("2025-11-25").expect(200).at("result/capabilities");
        assertThat(capabilities.at("/resources/listChanged").asBoolean()).isTrue();
        assertThat(capabilities.at("/resources/subscribe").asBoolean()).isTrue();
        assertThat(capabilities.at("/prompts/listChanged").asBoolean()).isTrue();
    }

    @Test
    void a_session_hears_of_new_and_deleted_pictures_and_chats() {
        try (EventStream stream = listen(user.session())) {
            long image = newImage();
            expect(stream, LISTS);

            browser.delete("/api/images/" + image).expect(204);
            expect(stream, LISTS);

            browser.put("/api/chats/" + chat, Map.of("name", "second")).expect(200);
            expect(stream, LISTS);

            browser.delete("/api/chats/" + chat).expect(204);
            expect(stream, LISTS);
        }
    }

    @Test
    void a_session_hears_of_a_chat_to_which_it_subscribed_until_it_no_longer_wants_to() {
        Api session = user.session();
        String uri = "pixazo://chats/" + chat;
        try (EventStream stream = listen(session)) {
            say("not heard");
            subscribe(session, "subscribe", uri).expect(200);
            say("heard");
            assertThat(expect(stream, UPDATED).at("/params/uri").asString()).isEqualTo(uri);

            subscribe(session, "unsubscribe", uri).expect(200);
            say("not heard");
            browser.put("/api/chats/" + chat, Map.of("name", "renamed")).expect(200);
            expect(stream, LISTS);
        }
    }

    @Test
    void an_answer_of_a_model_is_a_change_at_its_begin_and_at_its_end() {
        Api session = user.session();
        subscribe(session, "subscribe", "pixazo://chats/" + chat + ".json").expect(200);
        try (EventStream stream = listen(session)) {
            browser.with("Accept", "application/json")
                    .post("/api/chats/" + chat + "/messages", Map.of("content", "hello"))
                    .expect(201);
            expect(stream, UPDATED);
            expect(stream, UPDATED);
        }
    }

    @Test
    void a_picture_that_was_subscribed_to_is_told_to_be_gone_and_back() {
        Api session = user.session();
        long image = newImage();
        subscribe(session, "subscribe", "pixazo://images/" + image).expect(200);
        try (EventStream stream = listen(session)) {
            browser.post("/api/images/delete", Map.of("ids", List.of(image))).expect(200);
            assertThat(updated(stream)).isEqualTo("pixazo://images/" + image);
            browser.post("/api/images/restore", Map.of("ids", List.of(image))).expect(200);
            assertThat(updated(stream)).isEqualTo("pixazo://images/" + image);
        }
    }

    @Test
    void only_what_one_has_can_be_subscribed_to_and_only_in_a_session() {
        Api session = user.session();
        McpUser stranger = new McpUser(server);
        Answer refused = subscribe(stranger.session(), "subscribe", "pixazo://chats/" + chat)
                .expect(200);
        assertThat(refused.number("error/code")).isEqualTo(-32002);
        assertThat(subscribe(session, "subscribe", "file:///etc/passwd")
                        .expect(200)
                        .number("error/code"))
                .isEqualTo(-32002);
        assertThat(subscribe(user.mcp(), "subscribe", "pixazo://chats/" + chat).number("error/code"))
                .isEqualTo(-32600);
        assertThat(user.stateless("resources/subscribe", null)
                        .post("/mcp", McpUser.request("resources/subscribe", "{" + McpUser.META + "}"))
                        .expect(404)
                        .number("error/code"))
                .isEqualTo(-32601);
    }

    @Test
    void others_hear_nothing() {
        McpUser stranger = new McpUser(server);
        try (EventStream theirs = listen(stranger.session());
                EventStream ours = listen(user.session())) {
            newImage();
            expect(ours, LISTS);
            stranger.browser()
                    .post("/api/prompts", Map.of("title", "t", "content", "c"))
                    .expect(201);
            expect(theirs, "notifications/prompts/list_changed");
        }
    }

    @Test
    void where_requests_stand_for_themselves_one_hears_what_one_asked_for_and_nothing_else() {
        String uri = "pixazo://chats/" + chat;
        try (EventStream stream = subscriptions("{\"resourcesListChanged\":true,\"toolsListChanged\":true,"
                + "\"resourceSubscriptions\":[\"" + uri + "\",\"pixazo://chats/999999999\",7]}")) {
            JsonNode acknowledged = stream.until("message");
            assertThat(acknowledged.path("method").asString()).isEqualTo("notifications/subscriptions/acknowledged");
            assertThat(acknowledged.at("/params/notifications").toString())
                    .isEqualTo("{\"resourcesListChanged\":true,\"resourceSubscriptions\":[\"" + uri + "\"]}");
            browser.post("/api/prompts", Map.of("title", "t", "content", "c")).expect(201);
            say("heard");
            JsonNode updated = expect(stream, UPDATED);
            assertThat(updated.at("/params/uri").asString()).isEqualTo(uri);
            assertThat(updated.at("/params/_meta/io.modelcontextprotocol~1subscriptionId")
                            .asInt())
                    .isEqualTo(7);
            newImage();
            expect(stream, LISTS);
        }
    }

    @Test
    void a_subscription_that_the_server_ends_gets_its_answer() {
        try (EventStream stream = subscriptions("{\"promptsListChanged\":true}")) {
            expect(stream, "notifications/subscriptions/acknowledged");
            browser.put(user.keyPath(), Map.of("blocked", true)).expect(200);
            JsonNode answer = stream.until("message");
            assertThat(answer.path("id").asInt()).isEqualTo(7);
            assertThat(answer.at("/result/resultType").asString()).isEqualTo("complete");
            assertThat(answer.at("/result/_meta/io.modelcontextprotocol~1subscriptionId")
                            .asInt())
                    .isEqualTo(7);
            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void who_hangs_up_is_forgotten() {
        long before = streams();
        try (RawClient client = new RawClient(
                server.uri(),
                "/mcp",
                user.key(),
                Map.of(
                        "Accept", McpUser.BOTH,
                        "MCP-Protocol-Version", "2026-07-28",
                        "Mcp-Method", "subscriptions/listen"),
                listening("{\"promptsListChanged\":true}"),
                0)) {
            client.until("acknowledged");
            assertThat(streams()).isGreaterThan(before);
        }
        Wait.until(Duration.ofSeconds(60), () -> streams() <= before);
    }

    private long streams() {
        return server.admin()
                .get("/api/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith("pixazo_mcp_streams "))
                .map(line -> (long) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElse(0L);
    }

    private EventStream listen(Api session) {
        EventStream stream = session.stream("GET", "/mcp", null);
        assertThat(stream.status()).isEqualTo(200);
        stream.next();
        return stream;
    }

    private EventStream subscriptions(String filter) {
        return user.stateless("subscriptions/listen", null).stream("POST", "/mcp", listening(filter));
    }

    private static String listening(String filter) {
        return McpUser.request("subscriptions/listen", "{\"notifications\":" + filter + "," + McpUser.META + "}");
    }

    private static Answer subscribe(Api session, String what, String uri) {
        return session.post("/mcp", McpUser.request("resources/" + what, "{\"uri\":\"" + uri + "\"}"));
    }

    private void say(String text) {
        browser.post("/api/chats/" + chat + "/messages", Map.of("content", text, "role", "system"))
                .expect(201);
    }

    private long newImage() {
        return browser.with("Prefer", "wait=60")
                .post(
                        "/api/images/generate",
                        Map.of("prompt", "a fox", "model", "offline", "width", 256, "height", 256))
                .expect(201)
                .number("images/0/id");
    }

    private static JsonNode expect(EventStream stream, String method) {
        JsonNode message = stream.until("message");
        assertThat(message.path("method").asString()).isEqualTo(method);
        return message;
    }

    private static String updated(EventStream stream) {
        JsonNode message = stream.until("message");
        return message.path("method").asString().equals(UPDATED)
                ? message.at("/params/uri").asString()
                : updated(stream);
    }
}
