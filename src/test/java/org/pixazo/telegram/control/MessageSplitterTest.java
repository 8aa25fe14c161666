package org.pixazo.telegram.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class MessageSplitterTest {

    private static final int TEXTS = 1_500;
    private static final int MOST_AFTER_PARSING = 4_096;
    private static final int MOST_BYTES_BEFORE = 9_500;
    private static final List<String> FRAGMENTS = List.of(
            "word ",
            "words. ",
            "\n",
            "\n\n",
            "```\n",
            "```java\n",
            "~~~\n",
            "`code`",
            "**bold**",
            "*it",
            "_it_",
            "~~gone~~",
            "[link](https://example.org/a?b=1&c=2)",
            "# Heading\n",
            "- item\n",
            "<b>",
            "</pre>",
            "&amp;",
            "&",
            "\"",
            "🎨",
            "日本語",
            "ж",
            "x".repeat(700),
            "`",
            "**",
            "<".repeat(300),
            "🎨".repeat(300),
            "````\n",
            "  ```\n",
            "] (",
            "\\");

    @Test
    void any_text_comes_back_whole_and_every_piece_is_valid_and_short_enough() throws Exception {
        Random random = new Random(20261124);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            List<MessageSplitter.Piece> pieces = MessageSplitter.split(text);
            StringBuilder joined = new StringBuilder();
            for (MessageSplitter.Piece piece : pieces) {
                joined.append(piece.text());
                String html = TelegramHtml.of(piece.markdown());
                assertThat(parsed(html).length()).as(text).isLessThan(MOST_AFTER_PARSING);
                assertThat(piece.text()).satisfies(MessageSplitterTest::hasWholeCharacters);
                assertThat(TelegramHtml.escape(piece.markdown()).getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(MOST_BYTES_BEFORE);
            }
            assertThat(joined.toString()).isEqualTo(text);
        }
    }

    @Test
    void the_words_of_plain_prose_are_the_words_of_its_pieces() throws Exception {
        String text = "One sentence with 3 < 4 & \"quotes\". ".repeat(700);
        StringBuilder joined = new StringBuilder();
        for (MessageSplitter.Piece piece : MessageSplitter.split(text)) {
            joined.append(parsed(TelegramHtml.of(piece.markdown())));
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

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int fragments = random.nextInt(400);
        for (int i = 0; i < fragments; i++) {
            text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        }
        return text.toString();
    }

    private static void hasWholeCharacters(String text) {
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    /** What Telegram shows; fails for anything that is not well-formed. */
    private static String parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<t>" + html + "</t>")))
                .getDocumentElement()
                .getTextContent();
    }
}
