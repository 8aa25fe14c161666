package org.pixazo.chats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Shared;

/** Chats as files, and the search through them, over REST. */
class ChatFilesIT {

    private Api api;
    private long workspace;
    private long chat;

    @BeforeEach
    void newChat() {
        api = Shared.server().newUser();
        workspace = api.post("/api/workspaces", Map.of("name", "W")).number("id");
        chat = api.post("/api/workspaces/" + workspace + "/chats", Map.of("name", "Füchse"))
                .number("id");
    }

    @Test
    void an_export_comes_back_as_it_was() {
        Answer said = api.post("/api/chats/" + chat + "/messages", Map.of("content", "a red fox"))
                .expect(201);
        api.post("/api/chats/" + chat + "/messages/" + said.number("reply/id") + "/regenerate")
                .expect(201);
        api.post("/api/chats/" + chat + "/messages", Map.of("content", "be brief", "role", "system"))
                .expect(201);
        api.with("Prefer", "wait=60")
                .post(
                        "/api/images/generate",
                        Map.of(
                                "prompt",
                                "a red fox",
                                "chat_id",
                                chat,
                                "model",
                                "offline",
                                "width",
                                64,
                                "height",
                                64,
                                "n",
                                2))
                .expect(201);
        Answer export = api.get("/api/chats/" + chat + "/export").expect(200);
        assertThat(export.at("chat/images").size()).isEqualTo(2);
        assertThat(export.number("chat/messages/2/parent")).isZero();

        Api once = api.with("Idempotency-Key", "once");
        String path = "/api/workspaces/" + workspace + "/chats/import";
        Answer imported = once.post(path, export.body()).expect(201);
        assertThat(once.post(path, export.body()).expect(201).json()).isEqualTo(imported.json());

        assertThat(api.get("/api/chats/" + imported.number("ids/0") + "/export").at("chat"))
                .isEqualTo(export.at("chat"));
        assertThat(api.get("/api/workspaces/" + workspace + "/chats")
                        .at("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void other_peoples_images_do_not_come_with_a_file() {
        api.with("Prefer", "wait=60")
                .post(
                        "/api/images/generate",
                        Map.of("prompt", "mine", "chat_id", chat, "model", "offline", "width", 64, "height", 64))
                .expect(201);
        Answer export = api.get("/api/chats/" + chat + "/export").expect(200);

        Api other = Shared.server().newUser();
        long elsewhere = other.post("/api/workspaces", Map.of("name", "W")).number("id");
        other.post("/api/workspaces/" + elsewhere + "/chats/import", export.body())
                .expect(201);

        assertThat(other.get("/api/images").at("items").isEmpty()).isTrue();
    }

    @Test
    void messages_are_appended_behind_the_newest() {
        api.post("/api/chats/" + chat + "/messages", Map.of("content", "first", "role", "system"))
                .expect(201);
        api.post(
                        "/api/chats/" + chat + "/import",
                        Map.of(
                                "messages",
                                List.of(
                                        Map.of("role", "user", "content", "second"),
                                        Map.of("role", "assistant", "content", "third"))))
                .expect(201);

        Answer messages = api.get("/api/chats/" + chat + "/messages").expect(200);
        assertThat(messages.number("items/1/parent_id")).isEqualTo(messages.number("items/0/id"));
        assertThat(messages.number("items/2/parent_id")).isEqualTo(messages.number("items/1/id"));
        assertThat(api.get("/api/chats/" + chat).number("current_message_id")).isEqualTo(messages.number("items/2/id"));
    }

    @Test
    void nothing_is_stored_of_a_wrong_file() {
        String path = "/api/workspaces/" + workspace + "/chats/import";
        assertThat(api.post(path, "[{\"mapping\":{}},{\"surprise\":1}]")
                        .expect(400)
                        .text("detail"))
                .contains("surprise");
        assertThat(api.post(path, "{\"rows\":[]}").expect(400).text("detail")).contains("rows", "ChatGPT");
        api.post(path, "").expect(400);
        assertThat(api.get("/api/workspaces/" + workspace + "/chats")
                        .at("items")
                        .size())
                .isEqualTo(1);
        Shared.server().newUser().post(path, "{\"messages\":[]}").expect(404);
        Shared.server().newUser().get("/api/chats/" + chat + "/export").expect(404);
    }

    @Test
    void search_finds_what_is_ones_own() {
        api.post("/api/chats/" + chat + "/messages", Map.of("content", "der Füchse Bau", "role", "system"))
                .expect(201);
        api.post("/api/prompts", Map.of("title", "FÜCHSE", "content", "Bau")).expect(201);

        assertThat(api.get("/api/search?q=f%C3%BCchse").expect(200).at("items").size())
                .isEqualTo(3);
        assertThat(api.get("/api/search?q=f%C3%BCchse%20bau&limit=1")
                        .expect(200)
                        .text("items/0/type"))
                .isEqualTo("prompt");
        assertThat(Shared.server()
                        .newUser()
                        .get("/api/search?q=f%C3%BCchse")
                        .expect(200)
                        .at("items")
                        .isEmpty())
                .isTrue();
        assertThat(api.get("/api/search?q=%20").expect(400).text("errors/0/field"))
                .isEqualTo("q");
    }
}
