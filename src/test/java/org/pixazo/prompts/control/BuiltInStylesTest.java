package org.pixazo.prompts.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.models.control.ImageModels;
import org.pixazo.prompts.entity.Style;
import org.pixazo.prompts.entity.StyledPrompt;
import org.pixazo.providers.control.PromptRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BuiltInStylesTest {

    private final BuiltInStyles styles = new BuiltInStyles();

    @BeforeEach
    void read() {
        styles.read();
    }

    @Test
    void thereAreTwentyFourWholeOnes() {
        assertThat(styles.all()).hasSize(24).allSatisfy(style -> {
            assertThat(style.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(style.name()).isNotBlank();
            assertThat(style.category()).isNotBlank();
            assertThat(style.description()).endsWith(".");
            assertThat(style.prompt()).containsOnlyOnce(Style.PLACE);
            assertThat(style.negativePrompt()).contains("watermark");
            assertThat(style.suits()).isNotEmpty();
        });
        assertThat(styles.all()).extracting(Style::id).doesNotHaveDuplicates();
    }

    @Test
    void theirModelsAreInTheCatalogue() throws Exception {
        JsonNode models = JsonMapper.shared()
                .readTree(ImageModels.class.getResourceAsStream("/org/pixazo/models/image-models.json"));

        assertThat(models.findValuesAsString("id"))
                .containsAll(styles.all().stream().map(Style::suggestedModel).toList());
    }

    @Test
    void rulesAndProductKnowTheSameStyles() throws Exception {
        JsonNode rules = JsonMapper.shared()
                .readTree(PromptRules.class.getResourceAsStream("/org/pixazo/providers/prompt-rules.json"));

        assertThat(rules.get("styles").findValuesAsString("name"))
                .containsExactlyInAnyOrderElementsOf(
                        styles.all().stream().map(Style::id).toList());
        for (Style style : styles.all()) {
            assertThat(new PromptRules().enhance("a red fox", style.id()).style())
                    .isEqualTo(style.id());
            String negative = rules.get("styles")
                    .valueStream()
                    .filter(rule -> rule.get("name").asString().equals(style.id()))
                    .findFirst()
                    .orElseThrow()
                    .get("negative")
                    .asString();
            assertThat(style.negativePrompt()).isEqualTo(negative);
        }
    }

    @Test
    void aStyleSurroundsThePrompt() {
        StyledPrompt styled = styles.find("anime").orElseThrow().apply(" a fox ", "dogs, blurry");

        assertThat(styled.prompt()).startsWith("anime key visual of a fox, ");
        assertThat(styled.negativePrompt()).startsWith("dogs, blurry, ").containsOnlyOnce("blurry");
    }

    @Test
    void wordsWithoutAPlaceFollowThePrompt() {
        Style own = new Style("own-1", "Mine", "Own", "", "in my style", "", null, List.of());

        assertThat(own.apply("a fox", null)).isEqualTo(new StyledPrompt("a fox, in my style", null));
        assertThat(own.apply("a fox", "dogs")).isEqualTo(new StyledPrompt("a fox, in my style", "dogs"));
    }
}
