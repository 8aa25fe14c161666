package org.pixazo.schema.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixazo.errors.entity.InvalidInputException;

class WordSearchTest {

    @Test
    void everyWordMustStandSomewhere() {
        assertThat(WordSearch.of(" red  fox ").condition("p.title", "p.content"))
                .isEqualTo(
                        " AND (LOWER(p.title) LIKE :word0_0 ESCAPE '!' OR LOWER(p.content) LIKE :word0_0 ESCAPE '!')"
                                + " AND (LOWER(p.title) LIKE :word1_0 ESCAPE '!' OR LOWER(p.content) LIKE :word1_0 ESCAPE '!')");
    }

    @Test
    void nothingFindsEverything() {
        assertThat(WordSearch.of(null).condition("p.title")).isEmpty();
        assertThat(WordSearch.of("  ").isEmpty()).isTrue();
    }

    @Test
    void lettersThatSqliteDoesNotKnowAreLookedForInTheirSpellings() {
        assertThat(WordSearch.patterns("FOX")).containsExactly("%fox%");
        assertThat(WordSearch.patterns("äpfel")).containsExactly("%äpfel%", "%Äpfel%");
        assertThat(WordSearch.patterns("ÜBERGRÖSSE")).containsExactly("%übergrösse%", "%Übergrösse%", "%ÜbergrÖsse%");
        assertThat(WordSearch.patterns("москва")).containsExactly("%москва%", "%Москва%", "%МОСКВА%");
    }

    @Test
    void wildcardsAreOnlySigns() {
        assertThat(WordSearch.patterns("50%_!")).containsExactly("%50!%!_!!%");
    }

    @Test
    void signsAloneAreNotLookedForInJson() {
        assertThat(WordSearch.of("[").condition(List.of("p.title"), List.of("p.tags")))
                .doesNotContain("tags");
        assertThat(WordSearch.of("a").condition(List.of("p.title"), List.of("p.tags")))
                .contains("tags");
    }

    @Test
    void tooMuchIsNamed() {
        assertThatThrownBy(() -> WordSearch.of("x".repeat(201)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("q ");
    }
}
