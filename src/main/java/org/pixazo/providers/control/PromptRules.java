package org.pixazo.providers.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pixazo.providers.control.PromptVocabulary.Style;
import org.pixazo.providers.control.PromptVocabulary.Subject;
import org.pixazo.providers.entity.EnhancedPrompt;
import org.pixazo.providers.entity.PromptAddition;

/**
 * Makes an image prompt richer by rules, without an AI model: it adds the setting, the light, the lens or medium and the
 * words for quality that are missing, in the order in which image models weigh them. What the person wrote stays as it
 * is, in any language. The same prompt and style always give the same result. Thread-safe.
 */
@ApplicationScoped
public class PromptRules {

    private static final String PLAIN_STYLE = "photographic";
    private static final String FANTASY_STYLE = "fantasy-art";

    private final PromptVocabulary vocabulary = PromptVocabulary.shipped();

    /**
     * @param prompt as a person wrote it, even with "draw me …" before it
     * @param style name or description of a style; null or blank to take it from the prompt
     */
    public EnhancedPrompt enhance(String prompt, String style) {
        return enhance(prompt, style, 0);
    }

    /** @param variant another number chooses another setting, light and medium, as far as there are more */
    public EnhancedPrompt enhance(String prompt, String style, int variant) {
        String subject = PromptSubject.of(prompt);
        PromptWords words = new PromptWords(subject);
        Subject kind = vocabulary.subjectOf(words);
        boolean styleGiven = style != null && !style.isBlank();
        Style chosen = styleGiven ? named(PromptSubject.oneLine(style)) : fitting(words, kind);
        List<PromptAddition> additions = new ArrayList<>();
        if (chosen.scenic() && !words.containAny(vocabulary.present().setting())) {
            additions.add(new PromptAddition(
                    "Setting",
                    pick(kind.settings(), subject, 1, variant),
                    "Gives the subject a place and the picture depth."));
        }
        if (chosen.scenic() && !words.containAny(vocabulary.present().light())) {
            additions.add(new PromptAddition(
                    "Light", pick(kind.light(), subject, 2, variant / 2), "Decides the mood more than anything else."));
        }
        if (!vocabulary.hasMedium(words) && !words.containAny(chosen.medium())) {
            additions.add(new PromptAddition(
                    "Lens and medium",
                    pick(chosen.medium(), subject, 3, variant),
                    "Tells the model how the picture is made (style: " + chosen.name() + ")."));
        }
        if (!vocabulary.hasQuality(words) && !words.contain(chosen.quality())) {
            additions.add(
                    new PromptAddition("Quality", chosen.quality(), "Asks for the finish that this style lives by."));
        }
        return new EnhancedPrompt(
                subject,
                join(subject, additions),
                additions,
                chosen.negative(),
                chosen.name(),
                kind.width(),
                kind.height());
    }

    /** The kind of thing that a prompt is about, such as {@code person} or {@code place}; {@code thing} where unknown. */
    public String kindOf(String prompt) {
        return vocabulary.subjectOf(new PromptWords(PromptSubject.of(prompt))).name();
    }

    /** Names of the styles to which words of a prompt point, the surest first. */
    public List<String> stylesNamedIn(String prompt) {
        PromptWords words = new PromptWords(prompt);
        Set<String> names = new LinkedHashSet<>();
        vocabulary.styleOf(words).map(Style::name).ifPresent(names::add);
        vocabulary.styles().stream()
                .filter(style -> words.contain(style.name()) || words.containAny(style.keywords()))
                .map(Style::name)
                .forEach(names::add);
        return List.copyOf(names);
    }

    private Style fitting(PromptWords words, Subject kind) {
        return vocabulary
                .styleOf(words)
                .orElseGet(() -> named(kind.name().equals("fantasy") ? FANTASY_STYLE : PLAIN_STYLE));
    }

    /** A style that nobody has heard of is taken at its word. */
    private Style named(String style) {
        Optional<Style> known = vocabulary.styleOf(new PromptWords(style));
        return known.orElseGet(() -> new Style(
                style,
                true,
                List.of(),
                List.of("in the style of " + style),
                "coherent style, fine detail",
                "blurry, low resolution, deformed, watermark, text"));
    }

    private static String join(String subject, List<PromptAddition> additions) {
        String added = additions.stream().map(PromptAddition::words).collect(Collectors.joining(", "));
        return subject.isEmpty() ? added : added.isEmpty() ? subject : subject + ", " + added;
    }

    /** Not at random: the choice follows from the prompt, differently for each part. */
    private static String pick(List<String> choices, String prompt, int part, int variant) {
        int first = Math.floorMod(prompt.hashCode() * 31 + part * 7919, choices.size());
        return choices.get((first + variant) % choices.size());
    }
}
