package org.pixazo.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.gateway.entity.ChatBody;

class ChatBodiesTest {

    private static final String MESSAGES =
            "\"messages\": [ {\"role\":\"user\",\"content\":\"Grün 🎨 \\u00e9 1.0e5\"} ]";

    @Test
    void leavesABodyAloneThatNeedsNoChange() {
        String json = "{ \"model\" : \"m\",\n\t" + MESSAGES + ", \"x\": 1.50, \"x\": {\"deep\" :[ ] } }";

        assertThat(sent(json, "m")).isEqualTo(json);
    }

    @Test
    void changesNothingButTheNameOfTheModel() {
        String json = "{" + MESSAGES + ",\"tools\":[{\"model\":\"inner\"}],\"model\" :  \"m\\u00fc\" ,\"seed\":1}";

        assertThat(ChatBodies.read(utf8(json)).model()).isEqualTo("mü");
        assertThat(sent(json, "quo\"te"))
                .isEqualTo(
                        "{" + MESSAGES + ",\"tools\":[{\"model\":\"inner\"}],\"model\" :  \"quo\\\"te\" ,\"seed\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{%M,\"model\":\"m\",\"stream\":true}"
                        + "|{\"stream_options\":{\"include_usage\":true},%M,\"model\":\"m\",\"stream\":true}",
                "{\"stream_options\":{ \"x\":1},%M,\"model\":\"m\",\"stream\":true}"
                        + "|{\"stream_options\":{\"include_usage\":true, \"x\":1},%M,\"model\":\"m\",\"stream\":true}",
                "{\"stream_options\":{},%M,\"model\":\"m\",\"stream\":true}"
                        + "|{\"stream_options\":{\"include_usage\":true},%M,\"model\":\"m\",\"stream\":true}",
                "{\"stream\":true,\"model\":\"m\",%M,\"stream_options\": null }"
                        + "|{\"stream\":true,\"model\":\"m\",%M,\"stream_options\": {\"include_usage\":true} }",
                "{\"stream\":true,\"model\":\"m\",%M,\"stream_options\":{\"include_usage\":false,\"x\":[1]}}"
                        + "|{\"stream\":true,\"model\":\"m\",%M,\"stream_options\":{\"include_usage\":true,\"x\":[1]}}",
                "{\"stream\":true,\"model\":\"m\",%M,\"stream_options\":{\"include_usage\":true}}"
                        + "|{\"stream\":true,\"model\":\"m\",%M,\"stream_options\":{\"include_usage\":true}}",
                "{\"stream\":false,\"model\":\"m\",%M,\"stream_options\":{}}"
                        + "|{\"stream\":false,\"model\":\"m\",%M,\"stream_options\":{}}"
            })
    void hasTheUpstreamTellTheTokensOfAStream(String json, String upstream) {
        assertThat(sent(json.replace("%M", MESSAGES), "m")).isEqualTo(upstream.replace("%M", MESSAGES));
    }

    @Test
    void changesBothWhereverTheyStand() {
        String before = "{\"stream_options\":{},\"model\":\"m\",\"stream\":true," + MESSAGES + "}";
        String after = "{\"model\":\"m\",\"stream_options\":{},\"stream\":true," + MESSAGES + "}";

        assertThat(sent(before, "other"))
                .isEqualTo("{\"stream_options\":{\"include_usage\":true},\"model\":\"other\",\"stream\":true,"
                        + MESSAGES + "}");
        assertThat(sent(after, "other"))
                .isEqualTo("{\"model\":\"other\",\"stream_options\":{\"include_usage\":true},\"stream\":true,"
                        + MESSAGES + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"messages\":[{}]}|model",
                "{\"model\":1,\"messages\":[{}]}|model",
                "{\"model\":\" \",\"messages\":[{}]}|model",
                "{\"model\":\"a\",\"model\":\"b\",\"messages\":[{}]}|model",
                "{\"model\":\"m\"}|messages",
                "{\"model\":\"m\",\"messages\":\"hi\"}|messages",
                "{\"model\":\"m\",\"messages\":[]}|messages",
                "{\"model\":\"m\",\"messages\":[{}],\"stream\":\"yes\"}|stream",
                "{\"model\":\"m\",\"messages\":[{}],\"stream_options\":1}|stream_options",
                "{\"model\":\"m\",\"messages\":[{}],\"stream_options\":{\"include_usage\":1}}|stream_options.include_usage"
            })
    void saysWhichFieldIsWrong(String json, String field) {
        assertThatThrownBy(() -> ChatBodies.read(utf8(json)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        invalid -> assertThat(invalid.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo(field)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "{",
                "{\"model\":\"m\",",
                "{\"model\":\"m\",\"messages\":[{}]} x",
                "\uFEFF{}",
                "null"
            })
    void refusesWhatIsNoJsonObject(String json) {
        assertThatThrownBy(() -> ChatBodies.read(utf8(json))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void estimatesTheTokensOfTextsAndNotOfPictures() {
        String picture = "data:image/png;base64," + "A".repeat(400_000);
        ChatBody body =
                ChatBodies.read(utf8("{\"model\":\"m\",\"max_tokens\":12,\"messages\":[{\"role\":\"user\",\"content\":["
                        + "{\"type\":\"text\",\"text\":\"" + "four".repeat(100) + "\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + picture + "\"}}]}]}"));

        assertThat(body.promptTokens()).isBetween(100L, 120L);
        assertThat(body.mostTokens()).isEqualTo(12);
        assertThat(body.messages()).isEqualTo(1);
    }

    private static String sent(String json, String upstreamModel) {
        byte[] bytes = ChatBodies.forUpstream(ChatBodies.read(utf8(json)), upstreamModel);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
