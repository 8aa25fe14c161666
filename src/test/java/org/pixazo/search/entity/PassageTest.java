package org.pixazo.search.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PassageTest {

    @Test
    void marksShowTheWordsWhateverTheirCaseAndMarks() {
        Passage.Cut cut = cut("der  FÜCHSE\nBau und füchsisch", "füchs* bau");

        assertThat(cut.text()).isEqualTo("der FÜCHSE Bau und füchsisch");
        assertThat(marked(cut)).containsExactly("FÜCHSE", "Bau", "füchsisch");
    }

    @Test
    void aLongTextIsCutWhereTheWordsStand() {
        Passage.Cut cut = cut("x ".repeat(500) + "needle in hay" + " y".repeat(500), "needle hay");

        assertThat(cut.text()).startsWith("…").endsWith("…").contains("needle in hay");
        assertThat(marked(cut)).containsExactly("needle", "hay");
    }

    @Test
    void whatFitsBetterComesFirst() {
        assertThat(score("the fox", "fox")).isGreaterThan(score("the foxes", "fox"));
        assertThat(score("fox fox", "fox")).isGreaterThan(score("fox owl", "fox"));
        assertThat(score("red fox and owl", "red fox")).isGreaterThan(score("red owl and fox", "red fox"));
        assertThat(score("fox", "fox")).isGreaterThan(score("fox " + "x ".repeat(300), "fox"));
        assertThat(score("owl", "fox")).isZero();
    }

    @RepeatedTest(50)
    void marksNeverCutACharacterNorLeaveTheSnippet(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String[] pieces = {
            "fox", "\uD83D\uDE00", "e\u0301", "Ä", "\n", " ", "\t", "İ", "ﬃ", "狐", "\u0000", "a", "\uD800", "𝔘"
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        Passage.Cut cut =
                new Passage(text.toString(), SearchQuery.of("fox e 狐 😀 ä").terms()).cut();

        int free = 0;
        for (Mark mark : cut.marks()) {
            assertThat(mark.start()).isGreaterThanOrEqualTo(free);
            assertThat(mark.end())
                    .isGreaterThan(mark.start())
                    .isLessThanOrEqualTo(cut.text().length());
            free = mark.end();
        }
    }

    private static Passage.Cut cut(String text, String q) {
        return new Passage(text, SearchQuery.of(q).terms()).cut();
    }

    private static int score(String text, String q) {
        return new Passage(text, SearchQuery.of(q).terms()).score();
    }

    private static List<String> marked(Passage.Cut cut) {
        return cut.marks().stream()
                .map(mark -> cut.text().substring(mark.start(), mark.end()))
                .toList();
    }
}
