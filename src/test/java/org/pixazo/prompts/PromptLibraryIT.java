package org.pixazo.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;

/** What a library does beyond keeping prompts: versions, variables, favourites, use, duplicates, foreign files. */
class PromptLibraryIT {

    private Api api;

    @BeforeEach
    void newUser() {
        api = Shared.server().newUser();
    }

    @Test
    void every_save_is_a_version_and_an_old_one_comes_back_as_a_new_one() {
        String path = create("First", "one");
        api.put(path, Map.of("content", "two", "description", "what for")).expect(200);
        api.put(path, Map.of("content", "two")).expect(200);
        api.put(path, Map.of("favourite", true)).expect(200);
        Answer third = api.put(path, Map.of("tags", List.of("x"))).expect(200);
        assertThat(third.number("version")).isEqualTo(3);

        Answer versions = api.get(path + "/versions").expect(200);
        assertThat(versions.at("items").size()).isEqualTo(3);
        assertThat(versions.number("items/0/number")).isEqualTo(3);
        assertThat(versions.text("items/1/content")).isEqualTo("two");
        assertThat(versions.text("items/2/content")).isEqualTo("one");
        assertThat(versions.at("items/2/description").isNull()).isTrue();
        Answer page = api.get(path + "/versions?limit=2").expect(200);
        assertThat(api.get(path + "/versions?limit=2&cursor=" + page.text("next_cursor"))
                        .expect(200)
                        .number("items/0/number"))
                .isEqualTo(1);

        api.with("If-Match", "\"0\"").post(path + "/versions/1/restore").expect(412);
        Answer restored = api.post(path + "/versions/1/restore").expect(200);
        assertThat(restored.text("content")).isEqualTo("one");
        assertThat(restored.at("tags").isEmpty()).isTrue();
        assertThat(restored.at("favourite").asBoolean()).isTrue();
        assertThat(restored.number("version")).isEqualTo(4);
        assertThat(api.get(path + "/versions/3").expect(200).text("tags/0")).isEqualTo("x");
        assertThat(api.get(path).header("ETag")).isEqualTo(restored.header("ETag"));

        api.get(path + "/versions/99").expect(404);
        Shared.server().newUser().get(path + "/versions").expect(404);
        Shared.server().newUser().post(path + "/versions/1/restore").expect(404);
        api.delete(path).expect(204);
        api.get(path + "/versions").expect(404);
    }

    @Test
    void variables_are_shown_and_filled_in_or_named() {
        String path = create(
                "Letter",
                "{{CURRENT_DATE}}: {{name | text:required}}, {{n | number:min=1:default=2}} {{tone | select:options=[\"dry\",\"warm\"]}} {{USER_NAME}} {{CLIPBOARD}}|{{rest}}|");
        Answer prompt = api.get(path).expect(200);
        assertThat(names(prompt.at("variables"))).containsExactly("name", "n", "tone", "rest");
        assertThat(prompt.text("variables/1/type")).isEqualTo("number");
        assertThat(prompt.text("variables/1/default_value")).isEqualTo("2");
        assertThat(prompt.text("variables/2/options/1")).isEqualTo("warm");
        assertThat(prompt.at("system_variables").size()).isEqualTo(3);

        Answer missing = api.post(path + "/render", Map.of("values", Map.of("n", 0, "tone", "loud", "other", "x")))
                .expect(400);
        List<String> fields = new ArrayList<>();
        missing.at("errors").forEach(error -> fields.add(error.get("field").asString()));
        assertThat(fields).containsExactlyInAnyOrder("values.name", "values.n", "values.tone", "values.other");
        api.post(path + "/render", Map.of()).expect(400);
        api.post(path + "/render", Map.of("values", Map.of("name", "x"), "time_zone", "Mars/Base"))
                .expect(400);

        String user = api.get("/api/me").text("username");
        String text = api.post(
                        path + "/render",
                        Map.of(
                                "values",
                                Map.of("name", "{{rest}}", "CLIPBOARD", "copied", "tone", "dry"),
                                "time_zone",
                                "Europe/Berlin"))
                .expect(200)
                .text("text");
        assertThat(text).matches("\\d{4}-\\d\\d-\\d\\d: \\{\\{rest}}, 2 dry " + user + " copied\\|\\|");
        Shared.server().newUser().post(path + "/render", Map.of()).expect(404);

        assertThat(names(api.post("/api/prompts/variables", Map.of("content", "{{a}} {{b | date}}"))
                        .expect(200)
                        .at("variables")))
                .containsExactly("a", "b");
    }

    @Test
    void a_rendering_that_would_be_endless_is_refused() {
        String path = create("Echo", "{{a}}".repeat(10_000));
        assertThat(api.post(path + "/render", Map.of("values", Map.of("a", "x".repeat(1_000))))
                        .expect(400)
                        .text("errors/0/field"))
                .isEqualTo("values");
    }

    @Test
    void uses_are_counted_even_where_several_come_at_once() {
        String path = create("Used", "x");
        assertThat(api.get(path).at("used_at").isNull()).isTrue();
        List<CompletableFuture<Answer>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(CompletableFuture.supplyAsync(() -> api.post(path + "/use").expect(200)));
        }
        all.forEach(CompletableFuture::join);
        Answer used = api.get(path).expect(200);
        assertThat(used.number("uses")).isEqualTo(8);
        assertThat(used.at("used_at").isNull()).isFalse();
        assertThat(used.number("version")).isEqualTo(1);
        Shared.server().newUser().post(path + "/use").expect(404);
    }

    @Test
    void lists_follow_favourites_and_places() {
        long workspace = api.post("/api/workspaces", Map.of("name", "W")).number("id");
        create("Personal", "a");
        api.post("/api/prompts", Map.of("title", "Of W", "content", "b", "workspace_id", workspace, "favourite", true))
                .expect(201);
        assertThat(titles("?favourite=true")).containsExactly("Of W");
        assertThat(titles("?favourite=false")).containsExactly("Personal");
        assertThat(titles("?personal=true")).containsExactly("Personal");
        assertThat(titles("?personal=false")).containsExactly("Of W");
        assertThat(titles("")).containsExactly("Of W", "Personal");
        api.get("/api/prompts?favourite=perhaps").expect(400);
        Map<String, Object> emptied = new HashMap<>();
        emptied.put("favourite", null);
        emptied.put("description", null);
        long id = api.get("/api/prompts?favourite=true").number("items/0/id");
        assertThat(api.put("/api/prompts/" + id, emptied)
                        .expect(200)
                        .at("favourite")
                        .asBoolean())
                .isFalse();
        api.put("/api/prompts/" + id, Map.of("description", "x".repeat(2_001))).expect(400);
    }

    @Test
    void the_same_content_is_hinted_at_and_taken() {
        long first = api.post("/api/prompts", Map.of("title", "A", "content", "A red  Fox\n"))
                .expect(201)
                .number("id");
        Answer second = api.post("/api/prompts", Map.of("title", "B", "content", "a RED fox"))
                .expect(201);
        assertThat(second.at("duplicates").size()).isEqualTo(1);
        assertThat(second.number("duplicates/0")).isEqualTo(first);
        assertThat(api.get("/api/prompts").number("items/1/duplicates/0")).isEqualTo(second.number("id"));
        assertThat(Shared.server()
                        .newUser()
                        .post("/api/prompts", Map.of("title", "A", "content", "A red fox"))
                        .at("duplicates")
                        .isEmpty())
                .isTrue();

        Answer imported = api.post(
                        "/api/prompts/import",
                        "{\"format\":\"pixazo.prompts\",\"version\":1,\"prompts\":[{\"title\":\"c\",\"content\":\"new\"},"
                                + "{\"title\":\"d\",\"content\":\"New \"},{\"title\":\"e\",\"content\":\"a red fox\"}]}")
                .expect(201);
        assertThat(imported.number("imported")).isEqualTo(3);
        assertThat(imported.at("duplicates").size()).isEqualTo(2);
        assertThat(imported.number("duplicates/0")).isEqualTo(imported.number("ids/1"));
    }

    @Test
    void a_library_goes_to_open_webui_and_comes_back() {
        create("Ein Fuchs", "a {{subject | text:required}}");
        Answer file = api.get("/api/prompts/export?format=open-webui").expect(200);
        assertThat(file.text("0/command")).isEqualTo("/ein-fuchs");
        assertThat(file.text("0/name")).isEqualTo("Ein Fuchs");

        Api other = Shared.server().newUser();
        assertThat(other.post("/api/prompts/import", file.body()).expect(201).number("imported"))
                .isEqualTo(1);
        assertThat(other.get("/api/prompts").text("items/0/variables/0/name")).isEqualTo("subject");
        api.get("/api/prompts/export?format=xml").expect(400);
        assertThat(api.post("/api/prompts/import", "[1]").expect(400).text("detail"))
                .contains("an array");
    }

    @Test
    void the_export_holds_what_the_contract_says_and_no_more() {
        api.post("/api/prompts", Map.of("title", "A", "content", "a", "description", "d", "favourite", true))
                .expect(201);
        JsonNode prompt = api.get("/api/prompts/export").expect(200).at("prompts/0");
        assertThat(prompt.propertyNames()).containsExactlyInAnyOrder("title", "content", "tags", "created_at");
    }

    private String create(String title, String content) {
        return "/api/prompts/"
                + api.post("/api/prompts", Map.of("title", title, "content", content))
                        .expect(201)
                        .number("id");
    }

    private List<String> titles(String query) {
        List<String> titles = new ArrayList<>();
        api.get("/api/prompts" + query)
                .expect(200)
                .at("items")
                .forEach(item -> titles.add(item.get("title").asString()));
        return titles;
    }

    private static List<String> names(JsonNode variables) {
        List<String> names = new ArrayList<>();
        variables.forEach(variable -> names.add(variable.get("name").asString()));
        return names;
    }
}
