package org.pixazo.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;

/** Workspaces over REST. */
class WorkspacesIT {

    private Api api;

    @BeforeEach
    void newUser() {
        api = Shared.server().newUser();
    }

    @Test
    void a_workspace_is_created_read_changed_and_deleted() {
        Answer created = api.post("/api/workspaces", Map.of("name", "Garden", "description", "plants"))
                .expect(201);
        String path = "/api/workspaces/" + created.number("id");
        assertThat(created.header("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith(path));

        assertThat(api.get(path).expect(200).json()).isEqualTo(created.json());

        Map<String, Object> change = new HashMap<>();
        change.put("name", "Greenhouse");
        change.put("description", null);
        Answer changed = api.put(path, change).expect(200);
        assertThat(changed.text("name")).isEqualTo("Greenhouse");
        assertThat(changed.at("description").isNull()).isTrue();
        assertThat(changed.text("created_at")).isEqualTo(created.text("created_at"));

        api.delete(path).expect(204);
        api.get(path).expect(404);
    }

    @Test
    void a_change_keeps_what_it_does_not_name() {
        Answer created = api.post("/api/workspaces", Map.of("name", "A", "description", "kept", "model", "grok-4"))
                .expect(201);
        Answer changed = api.put("/api/workspaces/" + created.number("id"), Map.of("name", "B"))
                .expect(200);
        assertThat(changed.text("description")).isEqualTo("kept");
        assertThat(changed.text("model")).isEqualTo("grok-4");
    }

    @Test
    void lists_come_newest_first_in_pages_that_neither_repeat_nor_miss() {
        for (int i = 1; i <= 5; i++) {
            api.post("/api/workspaces", Map.of("name", "W" + i)).expect(201);
        }
        StringBuilder names = new StringBuilder();
        String cursor = "";
        do {
            Answer page = api.get("/api/workspaces?limit=2" + cursor).expect(200);
            for (JsonNode item : page.at("items")) {
                names.append(item.get("name").asString()).append(' ');
            }
            JsonNode next = page.at("next_cursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        } while (cursor != null);
        assertThat(names).hasToString("W5 W4 W3 W2 W1 ");
    }

    @Test
    void a_stale_condition_changes_nothing() {
        Answer created = api.post("/api/workspaces", Map.of("name", "A")).expect(201);
        String path = "/api/workspaces/" + created.number("id");
        String etag = created.header("ETag").orElseThrow();
        api.with("If-Match", etag).put(path, Map.of("name", "B")).expect(200);

        api.with("If-Match", etag).put(path, Map.of("name", "C")).expect(412);
        api.with("If-Match", etag).delete(path).expect(412);
        assertThat(api.get(path).text("name")).isEqualTo("B");
    }

    @Test
    void an_unchanged_workspace_is_not_sent_again() {
        Answer created = api.post("/api/workspaces", Map.of("name", "A")).expect(201);
        api.with("If-None-Match", created.header("ETag").orElseThrow())
                .get("/api/workspaces/" + created.number("id"))
                .expect(304);
    }

    @Test
    void the_workspace_of_another_does_not_exist() {
        long id =
                api.post("/api/workspaces", Map.of("name", "Mine")).expect(201).number("id");
        Api other = Shared.server().newUser();
        other.get("/api/workspaces/" + id).expect(404);
        other.put("/api/workspaces/" + id, Map.of("name", "Taken")).expect(404);
        other.delete("/api/workspaces/" + id).expect(404);
        other.get("/api/workspaces/" + id + "/chats").expect(404);
        other.post("/api/workspaces/" + id + "/chats", Map.of("name", "c")).expect(404);
        assertThat(other.get("/api/workspaces").at("items")).isEmpty();
    }
}
