package org.pixazo.prompts.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.prompts.entity.ModelAdvice;
import org.pixazo.prompts.entity.Source;
import org.pixazo.prompts.entity.Style;
import org.pixazo.providers.control.PromptWords;

/**
 * Recommends an image model without asking one. The first rule that holds decides:
 *
 * <ol>
 *   <li>words that must be readable in the picture: Stable Diffusion 3, which writes them;
 *   <li>a draft or something quick: SDXL Lightning, then Flux Schnell;
 *   <li>a style is given that names a model: this model;
 *   <li>a photograph: Flux Klein;
 *   <li>a long prompt in prose: Flux Klein, which follows sentences;
 *   <li>otherwise: SDXL Base, versatile and free.
 * </ol>
 *
 * Only models that the caller can use are recommended; {@code offline} only where there is no other.
 */
final class ModelRules {

    private static final int LONG_PROMPT_WORDS = 40;
    private static final int MOST_ALTERNATIVES = 3;
    private static final Pattern QUOTED = Pattern.compile("[\"“„«][^\"”“»]{1,80}[\"”“»]");
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{3,}[.!?](\\s|$)");

    private static final List<String> LETTERING = List.of(
            "text",
            "lettering",
            "typography",
            "logo",
            "slogan",
            "headline",
            "caption",
            "saying",
            "says",
            "written",
            "label",
            "inscription",
            "sign that",
            "sign with",
            "words");
    private static final List<String> QUICK =
            List.of("draft", "quick", "fast", "rough", "thumbnail", "placeholder", "mockup", "test image");
    private static final List<String> PHOTOGRAPH = List.of(
            "photo",
            "photograph",
            "photorealistic",
            "realistic",
            "photography",
            "dslr",
            "35 mm",
            "50 mm",
            "85 mm",
            "selfie",
            "headshot",
            "film still");

    private ModelRules() {}

    /**
     * @param style null for none
     * @param usable catalogue ids that the caller can use, in the catalogue's order
     */
    static ModelAdvice recommend(String prompt, Style style, List<String> usable) {
        List<String> real =
                usable.stream().filter(id -> !id.equals(ModelCatalogue.OFFLINE)).toList();
        Choice choice = choice(prompt, style);
        if (real.isEmpty()) {
            return new ModelAdvice(
                    ModelCatalogue.OFFLINE,
                    "No image model that you can use is connected, so the offline renderer (no AI) is all there is; with"
                            + " the Pixazo gateway it would be "
                            + choice.order().get(0) + ": " + choice.reason(),
                    List.of(),
                    Source.RULES);
        }
        Set<String> order = new LinkedHashSet<>(choice.order());
        order.addAll(real);
        order.retainAll(real);
        List<String> ranked = new ArrayList<>(order);
        String reason = ranked.get(0).equals(choice.order().get(0))
                ? choice.reason()
                : "The nearest to " + choice.order().get(0) + " that you can use. " + choice.reason();
        return new ModelAdvice(
                ranked.get(0), reason, ranked.subList(1, Math.min(ranked.size(), 1 + MOST_ALTERNATIVES)), Source.RULES);
    }

    private record Choice(String reason, List<String> order) {}

    private static Choice choice(String prompt, Style style) {
        PromptWords words = new PromptWords(prompt);
        if (QUOTED.matcher(prompt).find() || words.containAny(LETTERING)) {
            return new Choice("It writes legible words in the picture.", List.of("sd", "flux-klein", "flux-schnell"));
        }
        if (words.containAny(QUICK)) {
            return new Choice("It is made for quick drafts.", List.of("sdxl-lightning", "flux-schnell", "sdxl"));
        }
        if (style != null && style.suggestedModel() != null) {
            return new Choice(
                    "It does the style " + style.name() + " best.",
                    style.suggestedModel().startsWith("flux")
                            ? List.of(style.suggestedModel(), "flux-schnell", "sd", "sdxl")
                            : List.of(style.suggestedModel(), "sdxl", "sdxl-lightning", "sd"));
        }
        if (words.containAny(PHOTOGRAPH)) {
            return new Choice(
                    "It makes crisp, natural photographs.", List.of("flux-klein", "flux-schnell", "sd", "sdxl"));
        }
        if (prompt.split("\\s+").length > LONG_PROMPT_WORDS
                || SENTENCE.matcher(prompt).results().count() > 1) {
            return new Choice("It follows long prompts in plain prose.", List.of("flux-klein", "sd", "flux-schnell"));
        }
        return new Choice("It is versatile and free.", List.of("sdxl", "flux-schnell", "sdxl-lightning", "flux-klein"));
    }
}
