package org.pixazo.chats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.ChatFile;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.GeneratedChats;
import org.pixazo.testing.Shared;
import org.pixazo.web.control.Json;
import tools.jackson.databind.JsonNode;

/** Import, export, import and export again: nothing changes, whatever the chat is. */
class ExportRoundTripIT {

    private static Api api;
    private static long workspace;

    @Provide
    Arbitrary<ChatContent> chats() {
        return GeneratedChats.chats(40);
    }

    @Property(tries = 60)
    void whateverGoesInComesOutTheSame(@ForAll("chats") ChatContent chat) {
        sameAgain(chat);
    }

    @Example
    void tenThousandMessagesComeOutTheSame() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            texts.add(i % 7 == 0 ? "" : "message " + i + " 👩‍👩‍👧‍👦");
        }
        sameAgain(GeneratedChats.chat("Ten thousand", texts, 7, GeneratedChats.Shape.DEEP));
        sameAgain(GeneratedChats.chat("Ten thousand", texts, 8, GeneratedChats.Shape.FOREST));
    }

    private static void sameAgain(ChatContent chat) {
        JsonNode first = exported(Json.write(ChatFile.of(chat, Timestamps.now())));
        assertThat(first).isEqualTo(Json.mapper().readTree(Json.write(chat)));
        assertThat(exported(Json.write(Map.of("format", "pixazo.chat", "version", 1, "chat", first))))
                .isEqualTo(first);
    }

    /** The chat of a file, after it was here. */
    private static JsonNode exported(String file) {
        Answer imported = api().post("/api/workspaces/" + workspace + "/chats/import", file)
                .expect(201);
        return api().get("/api/chats/" + imported.number("ids/0") + "/export")
                .expect(200)
                .at("chat");
    }

    private static synchronized Api api() {
        if (api == null) {
            api = Shared.server().newUser();
            workspace = api.post("/api/workspaces", Map.of("name", "W")).number("id");
        }
        return api;
    }
}
