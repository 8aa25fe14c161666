package org.pixazo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;

/** Finding things again, over REST. */
class SearchIT {

    private Api api;
    private long workspace;
    private long chat;

    @BeforeEach
    void newChat() {
        api = Shared.server().newUser();
        workspace = api.post("/api/workspaces", Map.of("name", "Ärmelkanal")).number("id");
        chat = api.post("/api/workspaces/" + workspace + "/chats", Map.of("name", "Leuchtturm"))
                .number("id");
    }

    @Test
    void wordsPhrasesAndBeginnings() {
        say("the red fox jumps");
        say("a fox that is red");
        say("foxes everywhere");

        assertThat(texts("fox")).hasSize(3).last().isEqualTo("foxes everywhere");
        assertThat(texts("red fox")).containsExactly("the red fox jumps", "a fox that is red");
        assertThat(texts("\"red fox\"")).containsExactly("the red fox jumps");
        assertThat(texts("\"fox\"")).hasSize(2);
        assertThat(texts("fo*")).hasSize(3);
        assertThat(texts("jum*")).containsExactly("the red fox jumps");
        assertThat(texts("wolf")).isEmpty();
    }

    @Test
    void caseMarksAndScriptsWithoutSpaces() {
        say("Äpfel und Birnen");
        say("写一首关于狐狸的诗");
        say("Привет, мир");

        assertThat(texts("ÄPFEL")).hasSize(1);
        assertThat(texts("apfel")).hasSize(1);
        assertThat(texts("狐狸")).hasSize(1);
        assertThat(texts("Привет")).hasSize(1);
    }

    @Test
    void filters() {
        say("tell me of whales");
        api.post("/api/chats/" + chat + "/messages", Map.of("content", "whales again", "model", "grok-4"))
                .expect(201);
        api.post("/api/prompts", Map.of("title", "Whales", "content", "x", "tags", List.of("deep sea")))
                .expect(201);
        long other = api.post("/api/workspaces", Map.of("name", "Elsewhere")).number("id");
        api.post("/api/workspaces/" + other + "/chats", Map.of("name", "whales too"))
                .expect(201);

        assertThat(types("whales model:grok-4")).containsExactly("message");
        assertThat(types("tag:\"deep sea\"")).containsExactly("prompt");
        assertThat(types("whales workspace:else")).containsExactly("chat");
        assertThat(types("whales workspace:" + other)).containsExactly("chat");
        assertThat(types("whales workspace:armelkanal")).containsOnly("message").hasSize(3);
        assertThat(types("whales before:2020-01-01")).isEmpty();
        assertThat(types("whales after:2020-01-01")).hasSize(5);
        assertThat(search("after:tomorrow").expect(400).text("errors/0/field")).isEqualTo("q");
    }

    @Test
    void marksAreOffsetsInTheSnippet() {
        say("look at the\n\nBlue   Whale");
        Answer found = search("whale").expect(200);

        String snippet = found.text("items/0/snippet");
        assertThat(snippet).isEqualTo("look at the Blue Whale");
        assertThat(snippet.substring(
                        (int) found.number("items/0/marks/0/start"), (int) found.number("items/0/marks/0/end")))
                .isEqualTo("Whale");
    }

    @Test
    void theIndexFollowsEveryChange() {
        long id = say("quokka");
        assertThat(texts("quokka")).hasSize(1);
        api.put("/api/chats/" + chat, Map.of("name", "Wombat")).expect(200);
        assertThat(types("wombat")).containsExactly("chat");
        assertThat(types("leuchtturm")).isEmpty();
        api.delete("/api/chats/" + chat + "/messages/" + id).expect(204);
        assertThat(texts("quokka")).isEmpty();
        say("numbat");
        api.delete("/api/workspaces/" + workspace).expect(204);
        assertThat(types("numbat")).isEmpty();
        assertThat(types("wombat")).isEmpty();
    }

    @Test
    void answersAreFoundOnceTheyAreWhole() {
        api.post("/api/chats/" + chat + "/messages", Map.of("content", "axolotl"))
                .expect(201);
        assertThat(texts("\"you said axolotl\"")).hasSize(1);
    }

    @Test
    void pagesCoverEverythingOnce() {
        List<Map<String, String>> messages = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            messages.add(Map.of("role", "user", "content", (i % 3 == 0 ? "lynx" : "lynxes") + " number " + i));
        }
        api.post("/api/chats/" + chat + "/import", Map.of("messages", messages)).expect(201);

        List<Long> ids = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = api.get("/api/search?limit=100&q=lynx" + cursor).expect(200);
            page.at("items").forEach(item -> {
                ids.add(item.get("id").asLong());
                texts.add(item.get("snippet").asString());
            });
            cursor = page.at("next_cursor").isNull() ? null : "&cursor=" + page.text("next_cursor");
        } while (cursor != null);

        assertThat(ids).hasSize(1500);
        assertThat(new HashSet<>(ids)).hasSize(1500);
        assertThat(texts.subList(0, 500)).allMatch(text -> text.startsWith("lynx "));
    }

    @Test
    void nobodyFindsWhatIsAnothers() {
        say("secret capybara");
        Api other = Shared.server().newUser();

        assertThat(other.get("/api/search?q=capybara").expect(200).at("items").isEmpty())
                .isTrue();
        assertThat(other.get("/api/search?q=" + encoded("owner:u1 OR capybara"))
                        .expect(200)
                        .at("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void noQueryIsAnError() {
        say("it's a \"quoted\" (bracket) c++ 100% under_score back\\slash");
        for (String q : List.of(
                "\"",
                "'",
                "''",
                "*",
                "a*",
                "(",
                ")",
                "a OR",
                "AND",
                "NOT a",
                "NEAR(a b, 2)",
                "owner:u1",
                "content:a",
                "{owner}:a",
                "- owner:a",
                "^a",
                "a + b",
                "a:b:c",
                "\\",
                "%",
                "_",
                "?",
                "?1",
                ":x",
                "$1",
                "!",
                "&",
                "|",
                "<->",
                "':*",
                "a:*",
                "\"a\"*\"b",
                "tag:\"",
                "tag:%",
                "model:'",
                "workspace:'",
                "c++",
                "😀",
                "\u202e",
                "\ud7ff",
                "0",
                "x".repeat(500),
                "\" ".repeat(250),
                "a ".repeat(250),
                "ﷺ",
                "ß",
                "İ",
                "\u0301",
                "\u200b",
                "𝔘𝔫𝔦",
                "한국어",
                "हिन्दी",
                "עברית",
                "1e5",
                "-1.5",
                "a-b_c.d/e@f",
                "https://x.y/z?q=1&r=2#s",
                "<script>",
                "--",
                "/*",
                ";")) {
            int status = search(q).status();
            assertThat(status).as(q).isIn(200, 400);
        }
        Random random = new Random(7);
        String alphabet = "ab\"'*()&|!<>:-+^~{}[]\\%_ \u00e9狐\u0301";
        for (int i = 0; i < 150; i++) {
            StringBuilder q = new StringBuilder();
            for (int k = random.nextInt(12) + 1; k > 0; k--) {
                q.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(search(q.toString()).status()).as(q.toString()).isIn(200, 400);
        }
        assertThat(texts("c++")).hasSize(1);
        assertThat(texts("100%")).hasSize(1);
        assertThat(texts("it's")).hasSize(1);
    }

    @Test
    void cursorsThatAreNoneAreNamed() {
        for (String cursor : List.of("x", "aWQ6NQ", "c2VhcmNoOjB8fHx8fHx8fA")) {
            assertThat(api.get("/api/search?q=a&cursor=" + cursor).expect(400).text("errors/0/field"))
                    .isEqualTo("cursor");
        }
    }

    @Test
    void oneSettingFillsTheIndexAnew() {
        Path folder = Shared.folder("pixazo-search");
        try (PixazoServer server = PixazoServer.start(folder, Map.of("PIXAZO_SEARCH_REBUILD", "yes"))) {
            Api root = server.admin();
            long there = root.post("/api/workspaces", Map.of("name", "W")).number("id");
            long in = root.post("/api/workspaces/" + there + "/chats", Map.of("name", "C"))
                    .number("id");
            root.post("/api/chats/" + in + "/messages", Map.of("content", "tapir", "role", "system"))
                    .expect(201);
            server.terminate();
            server.start();
            assertThat(server.output()).anyMatch(line -> line.contains("filled anew"));
            assertThat(root.get("/api/search?q=tapir").expect(200).at("items")).hasSize(1);
        }
    }

    private long say(String text) {
        return api.post("/api/chats/" + chat + "/messages", Map.of("content", text, "role", "system"))
                .expect(201)
                .number("message/id");
    }

    private List<String> texts(String q) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : search(q).expect(200).at("items")) {
            texts.add(item.get("snippet").asString());
        }
        return texts;
    }

    private List<String> types(String q) {
        return search(q).expect(200).at("items").findValuesAsString("type");
    }

    private Answer search(String q) {
        return api.get("/api/search?q=" + encoded(q));
    }

    private static String encoded(String q) {
        return URLEncoder.encode(q, StandardCharsets.UTF_8);
    }
}
