package org.pixazo.prompts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.prompts.entity.PromptFields;
import org.pixazo.prompts.entity.PromptFile;
import org.pixazo.web.control.Json;
import tools.jackson.databind.JsonNode;

class OpenWebUiPromptsTest {

    @Test
    void the_newest_shape_is_read() {
        PromptFile.Item item = read("""
                [{"id":"x","command":"sum","user_id":"u","name":"Summarise","content":"Sum up {{text | textarea}}","data":{},
                  "meta":{},"tags":["work","Work",""],"is_active":true,"version_id":"v","created_at":1764000000,
                  "updated_at":1764000001,"access_grants":[]}]""").get(0);
        assertThat(item.title()).isEqualTo("Summarise");
        assertThat(item.content()).isEqualTo("Sum up {{text | textarea}}");
        assertThat(item.tags()).containsExactly("work");
        assertThat(item.createdAt()).isEqualTo(Instant.ofEpochSecond(1764000000));
    }

    @Test
    void the_older_shape_is_read() {
        PromptFile.Item item = read("""
                [{"command":"/sum","user_id":"u","title":"Summarise","content":"x","timestamp":1700000000,
                  "meta":{"tags":[{"name":"a"}]}}]""").get(0);
        assertThat(item.title()).isEqualTo("Summarise");
        assertThat(item.tags()).containsExactly("a");
        assertThat(item.createdAt()).isEqualTo(Instant.ofEpochSecond(1700000000));
    }

    @ParameterizedTest
    @CsvSource({"1700000000000", "1700000000000000000"})
    void finer_times_are_recognised(long time) {
        assertThat(read("[{\"command\":\"a\",\"content\":\"x\",\"created_at\":" + time + "}]")
                        .get(0)
                        .createdAt())
                .isEqualTo(Instant.ofEpochSecond(1700000000));
    }

    @Test
    void what_is_missing_has_a_way_out() {
        PromptFile.Item item = read("[{\"command\":\"/only-this\",\"content\":\"x\",\"created_at\":null}]")
                .get(0);
        assertThat(item.title()).isEqualTo("only-this");
        assertThat(item.createdAt()).isNull();
        assertThat(read("[{\"command\":\"\",\"name\":\"" + "n".repeat(300) + "\",\"content\":\"x\"}]")
                        .get(0)
                        .title())
                .hasSize(200);
    }

    @Test
    void a_prompt_without_content_is_named() {
        assertThatThrownBy(() -> read("[{\"command\":\"a\",\"content\":\"x\"},{\"command\":\"b\"}]"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("[1].content");
    }

    @Test
    void what_is_written_reads_back() {
        Instant made = Instant.ofEpochSecond(1764000000);
        List<Prompt> prompts = List.of(
                new Prompt(1, PromptFields.of("Ein Fuchs!", "a", List.of("x")), made, made),
                new Prompt(1, PromptFields.of("ein fuchs", "b", List.of()), made, made),
                new Prompt(1, PromptFields.of("日本", "c", List.of()), made, made));
        JsonNode written = Json.mapper().valueToTree(OpenWebUiPrompts.write(prompts));
        assertThat(written.findValuesAsString("command")).containsExactly("/ein-fuchs", "/ein-fuchs-2", "/prompt");
        assertThat(OpenWebUiPrompts.holds(written)).isTrue();
        assertThat(OpenWebUiPrompts.read(written).prompts())
                .isEqualTo(prompts.stream().map(PromptFile.Item::of).toList());
    }

    private static List<PromptFile.Item> read(String json) {
        JsonNode tree = Json.mapper().readTree(json);
        assertThat(OpenWebUiPrompts.holds(tree)).isTrue();
        return OpenWebUiPrompts.read(tree).prompts();
    }
}
