package org.pixazo.search.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.errors.entity.InvalidInputException;

class SearchQueryTest {

    @Test
    void wordsPhrasesAndBeginningsAreToldApart() {
        SearchQuery query = SearchQuery.of("Füchse \"roter Bau\" wal* an");

        assertThat(query.terms())
                .containsExactly(
                        new Term("Füchse", List.of("fuchse"), Term.Begins.ALSO),
                        new Term("roter Bau", List.of("roter", "bau"), Term.Begins.NEVER),
                        new Term("wal", List.of("wal"), Term.Begins.ALWAYS),
                        new Term("an", List.of("an"), Term.Begins.NEVER));
    }

    @Test
    void filtersAreTakenOut() {
        SearchQuery query = SearchQuery.of(
                "fox model:grok TAG:\"deep sea\" workspace:7 after:2026-01-01 before:2026-02-01T10:00:00Z http://x.y");

        assertThat(query.models()).containsExactly("grok");
        assertThat(query.tags()).containsExactly("deep sea");
        assertThat(query.workspaces()).containsExactly("7");
        assertThat(query.after()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(query.before()).isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
        assertThat(query.terms()).extracting(Term::words).containsExactly(List.of("fox"), List.of("http", "x", "y"));
    }

    @Test
    void scriptsWithoutSpacesAndSignsAreLookedForAsTheyAre() {
        assertThat(SearchQuery.of("狐狸 ++ 😀").terms())
                .allMatch(Term::piece)
                .extracting(Term::text)
                .containsExactly("狐狸", "++", "😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"",
                "*",
                "()",
                "a OR (",
                "NEAR(a b",
                "owner:u1",
                "-",
                "^a",
                "{a b}:c",
                "tag:",
                "x'y\\z",
                "a\"b"
            })
    void nothingThatLooksLikeSyntaxIsAFault(String q) {
        try {
            SearchQuery.of(q);
        } catch (InvalidInputException nothingToLookFor) {
            assertThat(nothingToLookFor).hasMessageContaining("must not be blank");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "before:yesterday", "after:2026-13-01", "after:+99999-01-01", "before:2026-01-01T"})
    void faultsNameTheQuery(String q) {
        assertThatThrownBy(() -> SearchQuery.of(q))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("q ");
    }
}
