package org.pixazo.prompts.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixazo.errors.entity.InvalidInputException;

class PromptMacrosTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a fox; a fox",
                "a {red|blue} fox; a red fox/a blue fox",
                "{a|b} {c|d}; a c/a d/b c/b d",
                "a {very |}old fox; a very old fox/a old fox",
                "a fox{, at night|}; a fox, at night/a fox",
                "{a {b|c}|d}; a b/a c/d",
                "{2$$a|b|c}; a, b/a, c/b, c",
                "{2$$a|{b|c}|d}; a, b/a, c/a, d/b, d/c, d",
                "{9$$a|b}; a, b",
                "{prompt}; {prompt}",
                "{a; {a",
                "a|b}; a|b}",
                "{x} {a|b} {; {x} a {/{x} b {",
                "{a {x}|b}; a {x}/b",
                "\\{a|b\\}; {a|b}",
                "{a\\|b|c}; a|b/c",
                "__wildcard__ {__a__|b}; __wildcard__ __a__/__wildcard__ b",
            })
    void choicesMakePrompts(String prompt, String expected) {
        assertThat(PromptMacros.expand(prompt)).containsExactly(expected.split("/"));
        assertThat(PromptMacros.count(prompt)).isEqualTo(expected.split("/").length);
    }

    @Test
    void manyAreCountedWithoutBeingMade() {
        assertThat(PromptMacros.count("{0|1}".repeat(30))).isEqualTo(1L << 30);
        assertThat(PromptMacros.count("{0|1|2|3}".repeat(1000))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void hostileBracesCostLittle() {
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            assertThat(PromptMacros.count("{".repeat(10_000))).isEqualTo(1);
            assertThat(PromptMacros.count("{".repeat(5_000) + "}".repeat(5_000)))
                    .isEqualTo(1);
            assertThat(PromptMacros.count("{a|".repeat(3_000))).isEqualTo(1);
        });
        assertThatThrownBy(() -> PromptMacros.count("{a|".repeat(2_000) + "}".repeat(2_000)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("deeper than 20");
    }
}
