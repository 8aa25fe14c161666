package org.pixazo.prompts.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixazo.prompts.entity.ModelAdvice;
import org.pixazo.prompts.entity.StyleAdvice;
import org.pixazo.prompts.entity.StyleAdvice.Suggestion;
import org.pixazo.providers.control.PromptRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdviceTest {

    private static final List<String> ALL =
            List.of("sdxl", "sd", "flux-klein", "sdxl-lightning", "flux-schnell", "offline");

    private final BuiltInStyles styles = new BuiltInStyles();

    AdviceTest() {
        styles.read();
    }

    @ParameterizedTest
    @CsvSource({
        "a fox, , sdxl",
        "a sign that says \"OPEN\", , sd",
        "a logo for a bakery, cyberpunk, sd",
        "a quick draft of a castle, , sdxl-lightning",
        "a photo of a fox, , flux-klein",
        "a fox, cinematic, flux-klein",
        "a fox, anime, sdxl",
        "A fox sits there. It looks at you., , flux-klein",
    })
    void rulesChooseAModel(String prompt, String style, String model) {
        ModelAdvice advice = ModelRules.recommend(
                prompt, style == null ? null : styles.find(style).orElseThrow(), ALL);

        assertThat(advice.model()).isEqualTo(model);
        assertThat(advice.alternatives()).hasSize(3).doesNotContain(model, "offline");
        assertThat(advice.source()).isEqualTo("rules");
    }

    @Test
    void onlyWhatCanBeUsedIsRecommended() {
        assertThat(ModelRules.recommend("a photo", null, List.of("sd", "offline"))
                        .model())
                .isEqualTo("sd");
        ModelAdvice none = ModelRules.recommend("a photo", null, List.of("offline"));
        assertThat(none.model()).isEqualTo("offline");
        assertThat(none.alternatives()).isEmpty();
        assertThat(none.reason()).contains("no AI", "flux-klein");
    }

    @ParameterizedTest
    @CsvSource({
        "a dragon in watercolor, watercolor",
        "an isometric room, isometric",
        "a portrait of a king, photographic"
    })
    void rulesSuggestStyles(String prompt, String first) {
        StyleAdvice advice = StyleRules.suggest(prompt, new PromptRules(), styles.all());

        assertThat(advice.styles()).hasSize(4);
        assertThat(advice.styles().get(0).id()).isEqualTo(first);
        assertThat(advice.styles()).extracting(Suggestion::id).doesNotHaveDuplicates();
    }

    @Test
    void aModelsWordCountsOnlyWhereItNamesWhatThereIs() {
        Set<String> known = Set.of("sd", "sdxl");

        assertThat(Advice.modelAdvice(
                        json("{'model':'sd','reason':'Because.','alternatives':['sd','x','sdxl',5]}"), known))
                .contains(new ModelAdvice("sd", "Because.", List.of("sdxl"), "model"));
        assertThat(Advice.modelAdvice(json("{'model':'dall-e','reason':'Because.'}"), known))
                .isEmpty();
        assertThat(Advice.modelAdvice(json("{'model':'sd'}"), known)).isEmpty();
        assertThat(Advice.styleAdvice(
                        json(
                                "{'styles':[{'id':'sd','reason':'A.'},{'id':'no','reason':'B.'},{'id':'sd','reason':'C.'},7]}"),
                        known))
                .contains(new StyleAdvice(List.of(new Suggestion("sd", "A.")), "model"));
        assertThat(Advice.styleAdvice(json("{'styles':'sd'}"), known)).isEmpty();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
