package org.pixazo.search.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {

    @Test
    void showsWhereTheFirstWordStands() {
        String text = "a ".repeat(200) + "red FOX " + "b ".repeat(200);

        assertThat(Snippet.of(text, List.of("fox", "absent")))
                .contains("red FOX")
                .startsWith("…")
                .endsWith("…")
                .hasSizeLessThan(170);
    }

    @Test
    void aShortTextComesWhole() {
        assertThat(Snippet.of("a\n red  fox", List.of("fox"))).isEqualTo("a red fox");
        assertThat(Snippet.of("", List.of("fox"))).isEmpty();
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(Snippet.beginning("😀".repeat(100), 79)).isEqualTo("😀".repeat(39) + "…");
    }
}
