package org.pixazo.chats.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.ChatFile;
import org.pixazo.chats.entity.ExportedMessage;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.web.control.Json;
import tools.jackson.databind.JsonNode;

class ChatFileTest {

    private static final Instant TIME = Instant.parse("2026-11-24T10:00:00.000001Z");

    @RepeatedTest(20)
    void whatIsWrittenReadsBackTheSame(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Integer> parents = new ArrayList<>();
        List<ExportedMessage> messages = new ArrayList<>();
        for (int i = 0; i < random.nextInt(30); i++) {
            int parent = random.nextInt(i + 1) - 1;
            parents.add(parent);
            messages.add(ExportedMessage.of(
                    MessageRole.values()[random.nextInt(3)],
                    "text " + random.nextInt(),
                    random.nextBoolean() ? "grok-4" : null,
                    MessageStatus.values()[1 + random.nextInt(4)],
                    TIME.plusSeconds(random.nextInt(1000)),
                    i,
                    parent));
        }
        ChatFile file = ChatFile.of(new ChatContent("Chat", null, TIME, TIME, messages, List.of(), null), TIME);

        ChatFile read = Json.convertKnown(Json.mapper().readTree(Json.write(file)), ChatFile.class);

        assertThat(read).isEqualTo(file);
        assertThat(ChatFileReader.fitting(read.chat())).isEqualTo(file.chat());
        for (int i = 0; i < parents.size(); i++) {
            assertThat(read.chat().messages().get(i).parentOf(i)).isEqualTo(parents.get(i));
        }
    }

    @Test
    void aLinearChatLooksAsTheContractSays() {
        ChatContent chat = new ChatContent(
                "Chat",
                "grok-4",
                TIME,
                TIME,
                List.of(
                        ExportedMessage.of(MessageRole.USER, "Hi", null, MessageStatus.COMPLETE, TIME, 0, -1),
                        ExportedMessage.of(MessageRole.ASSISTANT, "Hi!", "grok-4", MessageStatus.STOPPED, TIME, 1, 0)),
                List.of(),
                null);

        JsonNode json = Json.mapper().readTree(Json.write(ChatFile.of(chat, TIME)));

        assertThat(json.propertyNames()).containsExactly("format", "version", "exported_at", "chat");
        assertThat(json.get("chat").propertyNames())
                .containsExactly("name", "model", "created_at", "updated_at", "messages", "images");
        assertThat(json.at("/chat/messages/1").propertyNames())
                .containsExactly("role", "content", "model", "status", "created_at");
    }

    @Test
    void fieldsOfLaterVersionsAreLeftOut() {
        String file = "{\"format\":\"pixazo.chat\",\"version\":1,\"new\":1,\"chat\":{\"name\":\"C\",\"new\":{},"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"new\":[]}]}}";

        ChatContent chat =
                Json.convertKnown(Json.mapper().readTree(file), ChatFile.class).chat();

        assertThat(ChatFileReader.fitting(chat).messages()).hasSize(1);
        assertThat(ChatFileReader.fitting(chat).images()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, -2})
    void onlyMessagesBeforeCanBeFollowed(int parent) {
        ExportedMessage first = new ExportedMessage("user", "x", null, null, TIME, null);
        ExportedMessage second = new ExportedMessage("user", "x", null, null, TIME, parent);

        assertThatThrownBy(() -> ChatFileReader.fitting(
                        new ChatContent("C", null, TIME, TIME, List.of(first, second), null, null)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("chat.messages[1].parent");
    }

    @Test
    void timesMustFitTheDatabase() {
        ExportedMessage early = new ExportedMessage("user", "x", null, null, Instant.MIN, null);

        assertThatThrownBy(() ->
                        ChatFileReader.fitting(new ChatContent("C", null, TIME, TIME, List.of(early), null, null)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("chat.messages[0].created_at");
    }
}
