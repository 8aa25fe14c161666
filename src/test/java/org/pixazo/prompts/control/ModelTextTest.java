package org.pixazo.prompts.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a red fox, low sun",
                "  a red fox,\n low sun \n",
                "\"a red fox, low sun\"",
                "“a red fox, low sun”",
                "```\na red fox, low sun\n```",
                "```text\na red fox, low sun\n```",
                "Here is the prompt:\n```\na red fox, low sun\n```\nEnjoy!",
                "Prompt: a red fox, low sun",
                "**Enhanced prompt:** a red fox, low sun",
                "Sure! Here's an enhanced prompt: \"a red fox, low sun\"",
                "<think>a fox is\nred</think>\n\na red fox, low sun",
                "a fox is red</think>a red fox, low sun",
                "a red fox, low sun\n\nNegative prompt: blurry",
                "**a red fox, low sun**",
            })
    void takesThePromptOut(String answer) {
        assertThat(ModelText.prompt(answer)).isEqualTo("a red fox, low sun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a sign that says \"OPEN\"",
                "\"OPEN\" on a sign beside \"CLOSED\"",
                "a prompt little fox",
                "here is where foxes live",
            })
    void leavesWhatBelongsToIt(String answer) {
        assertThat(ModelText.prompt(answer)).isEqualTo(answer);
    }

    @Test
    void nothingIsNothing() {
        assertThat(ModelText.prompt(" \n")).isEmpty();
        assertThat(ModelText.prompt("<think>hm</think>")).isEmpty();
    }

    @Test
    void findsTheObject() {
        assertThat(ModelText.object("```json\n{\"a\": {\"b\": 1}}\n```")
                        .orElseThrow()
                        .at("/a/b")
                        .asInt())
                .isEqualTo(1);
        assertThat(ModelText.object("no")).isEmpty();
        assertThat(ModelText.object("} {")).isEmpty();
        assertThat(ModelText.object("{a}")).isEmpty();
    }
}
