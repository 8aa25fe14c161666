package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.providers.entity.EnhancedPrompt;
import org.pixazo.providers.entity.PromptAddition;

class PromptRulesTest {

    private final PromptRules rules = new PromptRules();

    @Test
    void addsWhatIsMissingBehindTheSubject() {
        EnhancedPrompt enhanced = rules.enhance("a red fox", null);

        assertThat(enhanced.additions())
                .extracting(PromptAddition::part)
                .containsExactly("Setting", "Light", "Lens and medium", "Quality");
        assertThat(enhanced.prompt()).startsWith("a red fox, ");
        assertThat(enhanced.additions())
                .allSatisfy(addition -> assertThat(enhanced.prompt()).contains(addition.words()));
        assertThat(enhanced.negativePrompt()).contains("watermark");
    }

    @Test
    void givesTheSameForTheSame() {
        assertThat(rules.enhance("a red fox", "anime")).isEqualTo(new PromptRules().enhance("a red fox", "anime"));
    }

    @Test
    void leavesARichPromptAlone() {
        String rich = "a red fox in the snow, golden hour light, 85 mm lens, sharp focus";

        assertThat(rules.enhance(rich, null).prompt()).isEqualTo(rich);
        assertThat(rules.enhance(rich, null).additions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a red fox", "a dragon", "x", "", "ein roter Fuchs", "狐狸", "a city, watercolor"})
    void enhancingTwiceAddsNothingNew(String prompt) {
        String once = rules.enhance(prompt, null).prompt();

        assertThat(rules.enhance(once, null).prompt()).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({
        "a fox in watercolor, , watercolor",
        "a fox, anime, anime",
        "a fox, Oil painting, oil-painting",
        "a fox, pixel-art, pixel-art",
        "a dragon over a valley, , fantasy-art",
        "a fox, , photographic",
        "a cyberpunk street, , cyberpunk",
        "a fox, Bauhaus, Bauhaus",
    })
    void followsTheStyle(String prompt, String style, String expected) {
        assertThat(rules.enhance(prompt, style).style()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Please draw me a picture of a red fox!, a red fox",
        "Can you generate an image of two cats?, two cats",
        "draw a fox, a fox",
        "/image castle at night., castle at night",
        "A picture of the sea, the sea",
        "I would like to see a whale, a whale",
        "enhance this prompt: cat on a roof, cat on a roof",
        "hello kitty on a bike, kitty on a bike",
        "make, make",
        "image of, image of",
        "ein Bild vom Meer, ein Bild vom Meer",
    })
    void findsTheSubjectOfARequest(String request, String subject) {
        assertThat(rules.enhance(request, null).subject()).isEqualTo(subject);
    }

    @Test
    void isQuickWithHostileText() {
        String hostile = "please ".repeat(2_000) + "...".repeat(50_000) + " x " + "\"'".repeat(20_000) + " y";

        assertTimeout(Duration.ofSeconds(5), () -> rules.enhance(hostile, hostile));
    }
}
