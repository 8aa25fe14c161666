package org.pixazo.chats.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.chats.entity.ExportedMessage;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.TooLargeException;

/** Files as other products really write them, with the defects that they are known for. */
class DamagedFilesTest {

    private static final String LIBRE_ROOT = "00000000-0000-0000-0000-000000000000";

    @TempDir
    Path folder;

    @Test
    void libreChatsListNamesParents() throws IOException {
        ReadChat chat = read("{'conversationId':'l','title':'Libre','messages':["
                        + "{'messageId':'b','parentMessageId':'a','text':'','content':[{'type':'think','think':'hm'},{'type':'text','text':'B'}],"
                        + "'isCreatedByUser':false,'model':'gpt-4o','createdAt':'2024-05-01T10:00:02.000Z'},"
                        + "{'messageId':'a','parentMessageId':'" + LIBRE_ROOT + "','text':'A','isCreatedByUser':true,"
                        + "'createdAt':'2024-05-01T10:00:01.000Z'},"
                        + "{'messageId':'c','parentMessageId':'gone','text':'C','isCreatedByUser':true,'createdAt':null}]}")
                .get(0);

        assertThat(chat.sourceId()).isEqualTo("librechat:l");
        assertThat(chat.content().createdAt()).isEqualTo("2024-05-01T10:00:01Z");
        assertThat(chat.content().messages())
                .extracting(ExportedMessage::content)
                .containsExactly("A", "C", "B");
        assertThat(chat.content().messages().get(2).model()).isEqualTo("gpt-4o");
        assertThat(chat.content().messages().get(2).parentOf(2)).isZero();
        assertThat(chat.faults())
                .anyMatch(fault -> fault.contains("does not have"))
                .anyMatch(fault -> fault.contains("not known"));
    }

    @Test
    @Timeout(20)
    void libreChatsNestedMessagesMayBeDeep() throws IOException {
        int depth = 10_000;
        StringBuilder file = new StringBuilder("{'conversationId':'deep','recursive':true,'messages':");
        for (int i = 0; i < depth; i++) {
            file.append("[{'messageId':'m")
                    .append(i)
                    .append("','text':'t")
                    .append(i)
                    .append("','isCreatedByUser':")
                    .append(i % 2 == 0)
                    .append(",'children':");
        }
        file.append("[]").append("}]".repeat(depth)).append("}");

        List<ExportedMessage> messages = read(file.toString()).get(0).content().messages();

        assertThat(messages).hasSize(depth).extracting(ExportedMessage::parent).containsOnlyNulls();
        assertThat(messages.get(depth - 1).content()).isEqualTo("t" + (depth - 1));
    }

    @Test
    void chatGptsNewerZipHasManyFiles() throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("user.json", "{'id':'u','email':'x'}");
        files.put("message_feedback.json", "[]");
        files.put("shared_conversations.json", "[{'id':'s','title':'shared'}]");
        files.put("chat.html", "<html>");
        for (int i = 0; i < 60; i++) {
            files.put("conversations-" + i + ".json", "[" + gpt("c" + i) + "," + gpt("d" + i) + "]");
        }

        List<ReadChat> chats = zip(files);

        assertThat(chats).hasSize(120).extracting(ReadChat::sourceId).doesNotHaveDuplicates();
    }

    @Test
    void aZipWithoutConversationsSaysWhatItHolds() {
        assertThatThrownBy(() -> zip(Map.of("user.json", "{'id':'u'}", "a.txt", "x")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a zip file with")
                .hasMessageContaining("user.json");
        assertThatThrownBy(() -> zip(Map.of("conversations.json", "[" + gpt("a") + ",{'mapping'")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("conversations.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'mapping':{'a':null,'b':{'message':{'author':null,'content':{'parts':['x']},'create_time':null}}}}",
                "{'mapping':{'a':{'parent':'b','children':['b']},'b':{'parent':'a','message':{'author':{'role':'user'},'content':{'parts':['x']}}}}}",
                "{'mapping':{'a':{'message':{'author':{'role':'user'},'content':{'content_type':'text','parts':['x']},'metadata':null}}},'create_time':null}",
                "{'mapping':{'a':{'message':{'author':{'role':'user'},'create_time':'NaN','content':{'parts':['x',{'content_type':'new_kind'},null,7]}}}}}",
                "{'chat':{'history':{'currentId':null,'messages':{'a':{'role':'user','content':'x','parentId':'a','timestamp':null}}}}}",
                "{'chat':{'title':null,'messages':[{'role':'user','content':'x'}]}}",
                "{'chat':{'history':{'messages':{'a':{'role':'assistant','content':'','output':[{'type':'message','content':[{'type':'output_text','text':'x'}]}]}}}}}",
                "{'conversationId':null,'recursive':true,'messagesTree':[{'messageId':null,'text':'x','children':null}]}",
                "{'mapping':{'a':{'message':{'author':{'role':'user'},'create_time':1e400,'content':{'parts':['x']}}}}}",
            })
    void damagesAreMended(String file) throws IOException {
        ReadChat chat = read(file).get(0);

        assertThat(chat.content().messages())
                .extracting(ExportedMessage::content)
                .containsExactly("x");
        assertThat(chat.content().messages().get(0).createdAt()).isNotNull();
    }

    @Test
    void lostParentsAreFoundByTheirChildren() throws IOException {
        ReadChat chat = read("{'chat':{'history':{'messages':{"
                        + "'a':{'role':'user','content':'q','childrenIds':['b']},'b':{'role':'assistant','content':'r'}}}}}")
                .get(0);

        assertThat(chat.content().messages().get(1).parentOf(1)).isZero();
        assertThat(chat.faults()).isEmpty();
    }

    @Test
    void whatNoDatabaseKeepsIsReplaced() throws IOException {
        ReadChat chat = read("{'id':'i\\u0000','title':'t\\u0000','mapping':{'a':{'message':{'author':{'role':'user'},"
                        + "'content':{'parts':['x\\u0000y\\ud800z']}}}}}")
                .get(0);

        assertThat(chat.content().name()).isEqualTo("t\uFFFD");
        assertThat(chat.sourceId()).isEqualTo("chatgpt:i\uFFFD");
        assertThat(chat.content().messages().get(0).content()).isEqualTo("x\uFFFDy\uFFFDz");
    }

    @Test
    void linesAndBlankLinesAreRead() throws IOException {
        assertThat(read("\n" + gpt("a") + "\n\n" + gpt("b") + "\n")).hasSize(2);
    }

    @Test
    void oneConversationMayNotFillTheMemory() throws IOException {
        Path file = folder.resolve("huge");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("[{\"mapping\":{\"a\":\"".getBytes(StandardCharsets.UTF_8));
            byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 70; i++) {
                out.write(block);
                out.write("\",\"b\":\"".getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThatThrownBy(() -> new ConversationFile(new ChatFileReader()).each(file, chat -> {}))
                .isInstanceOf(TooLargeException.class);
    }

    private static String gpt(String id) {
        return "{'id':'" + id + "','mapping':{'a':{'message':{'author':{'role':'user'},'content':{'parts':['x']}}}}}";
    }

    private List<ReadChat> read(String file) throws IOException {
        return chats(Files.writeString(folder.resolve("file"), file.replace('\'', '"')));
    }

    private List<ReadChat> zip(Map<String, String> files) throws IOException {
        Path path = folder.resolve("zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            }
        }
        return chats(path);
    }

    private static List<ReadChat> chats(Path file) {
        List<ReadChat> chats = new ArrayList<>();
        new ConversationFile(new ChatFileReader()).each(file, chats::add);
        return chats;
    }
}
