package org.pixazo.telegram.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a model writes: the pieces together are the text, and Telegram takes each of them. */
class MessageSplitterPropertiesTest {

    private static final int MOST_UTF16_UNITS = 4_096;
    private static final int MOST_BYTES = 9_500;

    private static final List<String> MARKUP = List.of(
            "```\n",
            "```java\n",
            "~~~\n",
            "````\n",
            "   ```\n",
            "```` x`y\n",
            "```" + "language".repeat(20) + "\n",
            "`".repeat(500) + "\n",
            "~".repeat(5_000) + "\n",
            "`code`",
            "`a`",
            "`<`",
            "**bold**",
            "**b _i_ ~~s~~**",
            "*i*",
            "_i_",
            "~~s~~",
            "[a](https://e.org/?b=1&c=\"2)",
            "[**a**](http://e.org/" + "x".repeat(3_000) + ")",
            "# Heading **x**\n",
            "- item\n",
            "  * item\n",
            "**",
            "*",
            "_",
            "`",
            "~~",
            "](",
            "\\");

    private static final List<String> WORDS = List.of(
            " ",
            "  ",
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            ". ",
            "word ",
            "A sentence of some words. ",
            "<b>",
            "</code></pre>",
            "<pre",
            "&amp;",
            "&#60;",
            "&",
            "\"",
            "日本語",
            "ж",
            "🎨",
            "👩‍👩‍👧‍👦",
            "🇩🇪🇯🇵",
            "e\u0301\u0323",
            "Z" + "\u0334\u0353".repeat(60),
            "\u202Eright to left\u202C",
            "\u0000",
            "\uFEFF",
            "\uD83C",
            "\uDFA8");

    /** Texts of markup, words, any characters and huge words, most of them long enough to be cut. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> markup = Arbitraries.of(MARKUP);
        Arbitrary<String> words = Arbitraries.of(WORDS);
        Arbitrary<String> repeated = Combinators.combine(
                        Arbitraries.oneOf(markup, words), Arbitraries.integers().between(1, 900))
                .as((fragment, times) -> fragment.repeat(Math.min(times, 1 + 9_000 / fragment.length())));
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(300);
        Arbitrary<String> code =
                words.list().ofMaxSize(60).map(lines -> "```py\n" + String.join("x = 1\n", lines) + "\n```\n");
        return Arbitraries.frequencyOf(
                        Tuple.of(6, markup),
                        Tuple.of(6, words),
                        Tuple.of(2, repeated),
                        Tuple.of(2, any),
                        Tuple.of(1, code))
                .list()
                .ofMinSize(1)
                .ofMaxSize(120)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 1_500)
    void the_pieces_together_are_the_text(@ForAll("texts") String text) {
        StringBuilder joined = new StringBuilder();
        MessageSplitter.split(text).forEach(piece -> joined.append(piece.text()));
        assertThat(joined.toString()).isEqualTo(text);
    }

    @Property(tries = 1_500)
    void telegram_takes_every_piece(@ForAll("texts") String text) {
        for (MessageSplitter.Piece piece : MessageSplitter.split(text)) {
            String html = TelegramHtml.of(piece.markdown());
            assertThat(TelegramMarkup.text(html).length()).isLessThan(MOST_UTF16_UNITS);
            assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
            // The way out where the markup is refused: the piece as it is.
            assertThat(piece.markdown().length()).isLessThan(MOST_UTF16_UNITS);
        }
    }

    @Property(tries = 500)
    void no_character_is_cut_in_two(@ForAll("texts") String text) {
        int end = 0;
        for (MessageSplitter.Piece piece : MessageSplitter.split(text)) {
            end += piece.text().length();
            boolean inPair = end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
            assertThat(inPair).isFalse();
            assertThat(piece.text().isEmpty()).isEqualTo(text.isEmpty());
        }
    }

    @Property(tries = 500)
    void the_words_of_a_block_of_code_stay_code(@ForAll("lines") List<String> lines) {
        String code = String.join("\n", lines);
        StringBuilder shown = new StringBuilder();
        for (MessageSplitter.Piece piece : MessageSplitter.split("~~~sql\n" + code + "\n~~~")) {
            String html = TelegramHtml.of(piece.markdown());
            assertThat(html).startsWith("<pre><code class=\"language-sql\">").endsWith("</code></pre>");
            shown.append(TelegramMarkup.text(html)).append('\n');
        }
        assertThat(shown.toString().replace("\n", "")).isEqualTo(code.replace("\n", ""));
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.strings()
                .withChars("ab<>&\"`*_ #-")
                .withChars('ж', '日')
                .ofMaxLength(400)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
