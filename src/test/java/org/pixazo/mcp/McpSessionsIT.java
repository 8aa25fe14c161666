package org.pixazo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.EventStream;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;

/** Sessions begin with a handshake and end with their client's wish, with their key, or where there are too many. */
class McpSessionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final PixazoServer server = Shared.server();

    @Test
    void a_session_belongs_to_its_key_and_ends_when_its_client_says_so() {
        McpUser user = new McpUser(server);
        String id = user.initialize("2025-11-25").header("Mcp-Session-Id").orElseThrow();
        Api inside = user.mcp().with("Mcp-Session-Id", id);
        inside.post("/mcp", McpUser.PING).expect(200);
        inside.post("/mcp", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .expect(202);
        new McpUser(server)
                .mcp()
                .with("Mcp-Session-Id", id)
                .post("/mcp", McpUser.PING)
                .expect(404);
        inside.delete("/mcp").expect(204);
        inside.post("/mcp", McpUser.PING).expect(404);
        inside.delete("/mcp").expect(404);
    }

    @Test
    void a_user_has_at_most_twenty_sessions_and_the_oldest_goes() {
        McpUser user = new McpUser(server);
        Api first = user.session();
        Api second = user.session();
        for (int i = 0; i < 19; i++) {
            user.session();
        }
        first.post("/mcp", McpUser.PING).expect(404);
        second.post("/mcp", McpUser.PING).expect(200);
    }

    @Test
    void a_session_has_one_stream_and_a_new_one_takes_the_place_of_the_old() {
        Api session = new McpUser(server).session();
        try (EventStream old = session.stream("GET", "/mcp", null);
                EventStream young = session.stream("GET", "/mcp", null)) {
            assertThat(old.rest()).allMatch(event -> event.name().equals("comment"));
            assertThat(young.next()).isPresent();
        }
    }

    @Test
    void two_requests_that_run_have_two_ids() {
        Api session = new McpUser(server).session();
        String slow = McpUser.call("generate_image", "{\"prompt\":\"slow ids\",\"model\":\"sdxl\"}");
        try (EventStream first = session.stream("POST", "/mcp", slow)) {
            Answer second =
                    session.post("/mcp", McpUser.call("list_models", "{}")).expect(400);
            assertThat(second.number("error/code")).isEqualTo(-32600);
            assertThat(second.text("error/message")).startsWith("id must differ");
            first.rest();
        }
        session.post("/mcp", McpUser.call("list_models", "{}")).expect(200);
    }

    @Test
    void a_session_and_its_stream_end_with_a_key_that_is_removed() {
        McpUser user = new McpUser(server);
        Api session = user.session();
        streamEndsAfter(session, () -> user.browser().delete(user.keyPath()).expect(204));
        session.post("/mcp", McpUser.PING).expect(401);
    }

    @Test
    void a_session_and_its_stream_end_with_a_key_that_is_blocked_and_do_not_come_back() {
        McpUser user = new McpUser(server);
        Api session = user.session();
        streamEndsAfter(session, () -> block(user, true));
        session.post("/mcp", McpUser.PING).expect(401);
        block(user, false);
        session.post("/mcp", McpUser.PING).expect(404);
        user.session().post("/mcp", McpUser.PING).expect(200);
    }

    @Test
    void a_session_and_its_stream_end_with_a_key_that_expires() {
        McpUser user = new McpUser(
                server, Map.of("expires_at", Instant.now().plusSeconds(4).toString()));
        Api session = user.session();
        streamEndsAfter(session, () -> {});
        session.post("/mcp", McpUser.PING).expect(401);
    }

    @Test
    void a_session_and_its_stream_end_when_the_user_is_disabled() {
        McpUser user = new McpUser(server);
        Api session = user.session();
        long id = user.browser().get("/api/me").expect(200).number("id");
        Api admin = server.anonymous().login(PixazoServer.ADMIN, PixazoServer.ADMIN_PASSWORD);
        streamEndsAfter(
                session,
                () -> admin.put("/api/users/" + id, Map.of("role", "user", "status", "disabled"))
                        .expect(200));
        session.post("/mcp", McpUser.PING).expect(401);
        admin.put("/api/users/" + id, Map.of("role", "user", "status", "active"))
                .expect(200);
        session.post("/mcp", McpUser.PING).expect(404);
    }

    private static void block(McpUser user, boolean blocked) {
        user.browser().put(user.keyPath(), Map.of("blocked", blocked)).expect(200);
    }

    private static void streamEndsAfter(Api session, Runnable change) {
        CompletableFuture<Void> over = CompletableFuture.runAsync(() -> {
            try (EventStream stream = session.stream("GET", "/mcp", null)) {
                assertThat(stream.status()).isEqualTo(200);
                change.run();
                stream.rest();
            }
        });
        Wait.until(PATIENCE, over::isDone);
        over.join();
    }
}
