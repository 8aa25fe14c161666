package org.pixazo.prompts.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pixazo.prompts.entity.PromptHabit;
import org.pixazo.providers.control.PromptRules;

class EnhancementRulesTest {

    private final PromptRules rules = new PromptRules();

    @Test
    void the_sdxl_family_gets_phrases_and_flux_sentences() {
        String tags = enhance("a red fox", PromptHabit.of("sdxl-lightning"), 1).get(0);
        String prose = enhance("a red fox", PromptHabit.of("flux-klein"), 1).get(0);
        assertThat(tags).startsWith("a red fox, ").doesNotContain(". ");
        assertThat(prose).startsWith("A red fox, ").contains(". ").endsWith(".").doesNotContain("sharp focus");
    }

    @Test
    void variants_differ_and_the_first_is_the_usual_one() {
        List<String> five = enhance("a red fox", PromptHabit.EITHER, 5);
        assertThat(five).hasSize(5).doesNotHaveDuplicates().allMatch(prompt -> prompt.startsWith("a red fox, "));
        assertThat(five.get(0))
                .isEqualTo(enhance("a red fox", PromptHabit.EITHER, 1).get(0));
        assertThat(enhance("a red fox", PromptHabit.EITHER, 5)).isEqualTo(five);
    }

    @Test
    void instructions_follow_the_habit_and_the_number() {
        assertThat(PromptEnhancement.instructions(PromptHabit.TAGS, Optional.empty(), 1))
                .contains("comma-separated")
                .doesNotContain("---");
        assertThat(PromptEnhancement.instructions(PromptHabit.PROSE, Optional.empty(), 3))
                .contains("sentences of plain descriptive prose", "Write 3 prompts", "---");
    }

    @Test
    void several_prompts_are_taken_out_of_one_answer() {
        assertThat(
                        ModelText.prompts(
                                "<think>a\n---\nb</think>Here are three prompts:\na fox\n---\n\"a cat\"\n\n-----\na fox\n---\n"))
                .containsExactly("a fox", "a cat");
    }

    private List<String> enhance(String prompt, PromptHabit habit, int count) {
        return EnhancementRules.enhance(rules, prompt, null, habit, count);
    }
}
