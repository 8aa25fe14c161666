package org.pixazo.chats.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.ExportedMessage;
import org.pixazo.errors.entity.InvalidInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ForeignExportsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final ChatFileReader reader = new ChatFileReader();

    @Test
    void chatGptsTreeComesInOrderWithRolesDatesAndModels() {
        ChatContent chat = chatGpt(json("""
                {'title':'Trip','create_time':1700000000.123456,'update_time':1700000100,'current_node':'a2',
                 'mapping':{
                  'a2':{'id':'a2','parent':'q1','message':{'author':{'role':'assistant'},'create_time':1700000003,
                        'content':{'content_type':'text','parts':['Two',{'content_type':'image_asset_pointer'}]},
                        'metadata':{'model_slug':'gpt-4o'}}},
                  'a1':{'id':'a1','parent':'q1','message':{'author':{'role':'assistant'},'create_time':1700000002,
                        'content':{'content_type':'text','parts':['One']}}},
                  'root':{'id':'root','parent':null,'message':null,'children':['sys']},
                  'sys':{'id':'sys','parent':'root','message':{'author':{'role':'system'},'create_time':null,
                        'content':{'content_type':'text','parts':['']},
                        'metadata':{'is_visually_hidden_from_conversation':true}}},
                  'q1':{'id':'q1','parent':'sys','message':{'author':{'role':'user'},'create_time':1700000001.5,
                        'content':{'content_type':'text','parts':['Where?']}}},
                  't':{'id':'t','parent':'a1','message':{'author':{'role':'tool','name':'python'},'create_time':null,
                        'content':{'content_type':'execution_output','text':'42'}}}
                 }}"""), NOW);

        assertThat(chat.name()).isEqualTo("Trip");
        assertThat(chat.model()).isNull();
        assertThat(chat.createdAt()).isEqualTo("2023-11-14T22:13:20.123456Z");
        assertThat(chat.messages())
                .extracting(ExportedMessage::content)
                .containsExactly("Where?", "One", "*python:*\n\n```\n42\n```", "Two\n\n[image]");
        assertThat(chat.messages())
                .extracting(ExportedMessage::role)
                .containsExactly("user", "assistant", "assistant", "assistant");
        assertThat(chat.messages()).extracting(ExportedMessage::parent).containsExactly(null, null, null, 0);
        assertThat(chat.messages().get(3).model()).isEqualTo("gpt-4o");
        assertThat(chat.messages().get(2).createdAt()).isEqualTo("2023-11-14T22:13:22Z");
        assertThat(chat.tip()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'mapping':{}} | ''",
                "{'mapping':{'a':{}}} | ''",
                "{'mapping':{'a':{'message':{'author':{'role':'user'},'content':{'parts':['x']}}}}} | x",
                "{'mapping':{'a':{'parent':'gone','message':{'author':{'role':'user'},'content':'x'}}}} | x",
                "{'title':7,'create_time':'y','mapping':{'a':{'parent':3,'message':{'content':{'parts':['x',5,null]}}}}} | x",
                "{'current_node':'gone','mapping':{'a':{'message':{'content':{'parts':['x']}}}}} | x",
            })
    void chatGptsDamagesAreMended(String file, String text) {
        ChatContent chat = chatGpt(json(file), NOW);

        assertThat(String.join(
                        " ",
                        chat.messages().stream().map(ExportedMessage::content).toList()))
                .isEqualTo(text);
        assertThat(chat.createdAt()).isEqualTo(NOW);
        assertThat(ChatFileReader.fitting(chat)).isEqualTo(chat);
    }

    @Test
    void circlesAreCut() {
        ChatContent chat = openWebUi(json("""
                {'history':{'currentId':'b','messages':{
                 'a':{'parentId':'b','role':'user','content':'A'},
                 'b':{'parentId':'a','role':'assistant','content':'B'},
                 'c':{'parentId':'c','role':'user','content':'C'},
                 'd':{'parentId':'e','role':'user','content':'D'},
                 'e':{'parentId':'f','role':'user','content':''},
                 'f':{'parentId':'e','role':'user','content':''}}}}"""), NOW);

        assertThat(chat.messages()).extracting(ExportedMessage::content).containsExactly("D", "A", "B", "C");
        assertThat(chat.messages()).extracting(ExportedMessage::parent).containsExactly(null, -1, null, -1);
        assertThat(chat.tip()).isEqualTo(2);
    }

    @Test
    @Timeout(10)
    void longChainsAreNoTrouble() {
        int length = 50_000;
        List<ForeignMessage> chain = IntStream.range(0, length)
                .mapToObj(i -> new ForeignMessage(
                        "n" + i,
                        i == 0 ? null : "n" + (i - 1),
                        org.pixazo.chats.entity.MessageRole.USER,
                        i % 1000 == 999 ? "x" : "",
                        null,
                        org.pixazo.chats.entity.MessageStatus.COMPLETE,
                        null))
                .toList();

        List<ExportedMessage> messages = new ForeignTree(chain, NOW).messages();

        assertThat(messages)
                .hasSize(length / 1000)
                .extracting(ExportedMessage::parent)
                .containsOnlyNulls();
    }

    @Test
    void openWebUisChatIsReadWrappedOrNot() {
        String chat = """
                {'title':'Hi','models':['llama3'],'timestamp':1700000000000,'history':{'currentId':'2','messages':{
                 '1':{'id':'1','parentId':null,'role':'user','content':'Hello','timestamp':1700000001},
                 '2':{'id':'2','parentId':'1','role':'assistant','content':'Hi!','model':'llama3','done':false,
                      'timestamp':1700000002}}}}""";

        ChatContent wrapped = openWebUi(json("{'id':'x','user_id':'y','chat':" + chat + "}"), NOW);

        assertThat(wrapped).isEqualTo(openWebUi(json(chat), NOW));
        assertThat(wrapped.name()).isEqualTo("Hi");
        assertThat(wrapped.createdAt()).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(wrapped.messages()).extracting(ExportedMessage::status).containsExactly("complete", "interrupted");
        assertThat(wrapped.messages()).extracting(ExportedMessage::model).containsExactly(null, "llama3");
        assertThat(Duration.between(
                        wrapped.messages().get(0).createdAt(),
                        wrapped.messages().get(1).createdAt()))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void plainMessagesAreRead() {
        ChatContent chat =
                read("{'extra':1,'messages':[{'role':'system','content':'S','x':1},{'role':'user','content':'U'}]}")
                        .get(0)
                        .content();

        assertThat(chat.messages()).extracting(ExportedMessage::role).containsExactly("system", "user");
        assertThat(chat.name()).isEqualTo("Imported chat");
    }

    @Test
    void plainMessagesAreNamedWhereTheyAreWrong() {
        assertThatThrownBy(() -> read("{'messages':[{'role':'user','content':'U'},{'role':'tool','content':[]},5]}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("messages[1].role")
                .hasMessageContaining("messages[1].content")
                .hasMessageContaining("messages[2].role");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | an empty array",
                "{} | an empty object",
                "\"x\" | a string",
                "7 | a number",
                "null | null",
                "true | true or false",
                "[[1]] | an array whose first element is an array",
                "{'a':1,'b':2} | an object with the fields a, b",
                "{'format':'pixazo.prompts','version':1} | a file of the format 'pixazo.prompts', version 1",
                "[{'role':'user','content':'x'}] | an array whose first element is an object with the fields role, content",
                "{'messages':[{'sender':'User','text':'x'}]} | an object with the fields messages",
            })
    void whatIsNoExportIsCalledByItsName(String file, String found) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("but " + found + ".");
    }

    @Test
    void aListMustHoldChatsAlone() {
        assertThatThrownBy(() -> read("[{'mapping':{}},{'a':1}]"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("[1]");
    }

    @Test
    void titlesFitOurNames() {
        assertThat(ForeignJson.name(json("'" + "ä".repeat(500) + "'")))
                .hasSize(200)
                .endsWith("…");
        String faces = ForeignJson.name(json("'" + "😀".repeat(150) + "'"));
        assertThat(faces.length()).isLessThanOrEqualTo(200);
        assertThat(faces).endsWith("😀…");
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000, 2023-11-14T22:13:20Z",
        "1700000000000, 2023-11-14T22:13:20Z",
        "1700000000.123456, 2023-11-14T22:13:20.123456Z",
        "1.7e9, 2023-11-14T22:13:20Z",
        "0,",
        "-5,",
        "1e300,",
        "null,",
    })
    void timesAreSecondsOrMilliseconds(String number, Instant time) {
        assertThat(ForeignJson.time(json(number))).isEqualTo(time);
    }

    @TempDir
    Path folder;

    private static ChatContent chatGpt(JsonNode conversation, Instant now) {
        return ChatGptExport.read(conversation, now).content();
    }

    private static ChatContent openWebUi(JsonNode item, Instant now) {
        return OpenWebUiExport.read(item, now).content();
    }

    private List<ReadChat> read(String file) {
        List<ReadChat> chats = new ArrayList<>();
        try {
            new ConversationFile(reader)
                    .each(Files.writeString(folder.resolve("file"), file.replace('\'', '"')), chats::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chats;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
