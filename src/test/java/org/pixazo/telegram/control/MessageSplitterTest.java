package org.pixazo.telegram.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageSplitterTest {

    @Test
    void the_words_of_plain_prose_are_the_words_of_its_pieces() {
        String text = "One sentence with 3 < 4 & \"quotes\". ".repeat(700);
        StringBuilder joined = new StringBuilder();
        for (MessageSplitter.Piece piece : MessageSplitter.split(text)) {
            joined.append(TelegramMarkup.text(TelegramHtml.of(piece.markdown())));
        }
        assertThat(joined.toString()).isEqualTo(text);
    }

    @Test
    void a_block_of_code_that_is_cut_is_closed_and_opened_again() {
        String text = "Look:\n```java\n" + "int x = 1;\n".repeat(600) + "```\nThat was it.";
        List<MessageSplitter.Piece> pieces = MessageSplitter.split(text);
        assertThat(pieces).hasSizeGreaterThan(1);
        assertThat(pieces.get(0).markdown()).endsWith("\n```");
        assertThat(pieces.get(1).markdown()).startsWith("```java\nint x = 1;");
        assertThat(TelegramHtml.of(pieces.get(1).markdown())).startsWith("<pre><code class=\"language-java\">int x");
        assertThat(pieces.get(pieces.size() - 1).markdown()).endsWith("```\nThat was it.");
    }

    @Test
    void it_cuts_between_paragraphs_where_there_are_some() {
        String paragraph = "A paragraph of words. ".repeat(60).strip();
        List<MessageSplitter.Piece> pieces =
                MessageSplitter.split(String.join("\n\n", paragraph, paragraph, paragraph, paragraph));
        assertThat(pieces.get(0).text()).endsWith("\n\n");
    }

    @Test
    void a_short_text_stays_one() {
        assertThat(MessageSplitter.split("hello"))
                .extracting(MessageSplitter.Piece::markdown)
                .containsExactly("hello");
    }
}
