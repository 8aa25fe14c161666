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
    void what_was_imported_before_does_not_come_again() {
        String file =
                "[{'id':'c1','title':'One','mapping':{'a':{'message':{'author':{'role':'user'},'content':{'parts':['x']}}}}},"
                        + "{'id':'c2','title':'Two','mapping':{'a':{'parent':'gone','message':{'author':{'role':'user'},"
                        + "'content':{'parts':['y',{'content_type':'image_asset_pointer'}]}}}}}]";
        String path = "/api/workspaces/" + workspace + "/chats/import";
        Answer trial = api.post(path + "?dry_run=true", json(file)).expect(200);
        assertThat(trial.at("conversations").findValuesAsString("status")).containsExactly("new", "partly_readable");
        assertThat(trial.at("conversations/1/reasons").toString()).contains("does not have", "[image]");
        assertThat(api.get("/api/workspaces/" + workspace + "/chats").at("items"))
                .hasSize(1);

        assertThat(api.post(path, json(file)).expect(201).number("imported")).isEqualTo(2);
        Answer again = api.post(path, json(file)).expect(201);
        assertThat(again.number("imported")).isZero();
        assertThat(again.number("already_here")).isEqualTo(2);
        assertThat(again.at("conversations").findValuesAsString("status")).containsOnly("already_here");
    }

    @Test
    void a_workspace_goes_out_as_a_zip_and_comes_in_elsewhere() {
        api.post("/api/chats/" + chat + "/messages", Map.of("content", "a red fox"))
                .expect(201);
        api.put("/api/chats/" + chat, Map.of("tags", List.of("wild"), "pinned", true, "temperature", 0.5))
                .expect(200);
        api.with("Prefer", "wait=60")
                .post(
                        "/api/images/generate",
                        Map.of("prompt", "a red fox", "chat_id", chat, "model", "offline", "width", 64, "height", 64))
                .expect(201);
        Answer zip = api.get("/api/workspaces/" + workspace + "/export").expect(200);
        assertThat(zip.header("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("W.zip"));

        Answer here = api.with("Content-Type", "application/zip")
                .post("/api/workspaces/" + workspace + "/chats/import", zip.bytes())
                .expect(201);
        assertThat(here.number("already_here")).isEqualTo(1);

        Api other = Shared.server().newUser();
        long elsewhere = other.post("/api/workspaces", Map.of("name", "W")).number("id");
        Answer there = other.with("Content-Type", "application/zip")
                .post("/api/workspaces/" + elsewhere + "/chats/import", zip.bytes())
                .expect(201);
        assertThat(other.get("/api/chats/" + there.number("ids/0") + "/export").at("chat"))
                .isEqualTo(api.get("/api/chats/" + chat + "/export").at("chat"));
        long image = other.get("/api/images?chat_id=" + there.number("ids/0")).number("items/0/id");
        assertThat(other.get("/api/images/" + image + "/file").expect(200).bytes())
                .isNotEmpty();
    }

    @Test
    void everything_goes_out_as_lines_and_comes_in_again() {
        api.post("/api/chats/" + chat + "/messages", Map.of("content", "a red fox"))
                .expect(201);
        api.post("/api/prompts", Map.of("title", "P", "content", "p")).expect(201);
        Answer lines = api.get("/api/export").expect(200);
        assertThat(lines.body().lines()).hasSize(3).allMatch(line -> line.startsWith("{\"format\":\"pixazo."));

        long other = api.post("/api/workspaces", Map.of("name", "Other")).number("id");
        Answer imported = api.with("Content-Type", "application/x-ndjson")
                .post("/api/workspaces/" + other + "/chats/import", lines.bytes())
                .expect(201);
        assertThat(imported.number("messages")).isEqualTo(2);
    }

    @Test
    void other_products_files_come_in() {
        String path = "/api/workspaces/" + workspace + "/chats/import";
        String owu =
                "{'id':'o1','chat':{'title':'OWU','history':{'currentId':'1','messages':{'1':{'role':'user','content':'hi'}}}}}";
        assertThat(api.post(path, json("[" + owu + "]")).expect(201).number("imported"))
                .isEqualTo(1);
        assertThat(api.with("Content-Type", "application/x-ndjson")
                        .post(path, json(owu.replace("o1", "o2") + "\n" + owu.replace("o1", "o3") + "\n"))
                        .expect(201)
                        .number("imported"))
                .isEqualTo(2);
        String libre =
                "{'conversationId':'l1','title':'Libre','recursive':true,'messages':[{'messageId':'a','sender':'User',"
                        + "'text':'q','isCreatedByUser':true,'children':[{'messageId':'b','text':'one','children':[]},{'messageId':'c','text':'two'}]}]}";
        long id = api.post(path, json(libre)).expect(201).number("ids/0");
        Answer messages = api.get("/api/chats/" + id + "/messages").expect(200);
        assertThat(messages.at("items").findValuesAsString("content")).containsExactly("q", "one", "two");
        assertThat(messages.at("items/2/parent_id")).isEqualTo(messages.at("items/0/id"));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
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
