package org.pixazo.prompts.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pixazo.prompts.entity.Source;
import org.pixazo.prompts.entity.Style;
import org.pixazo.prompts.entity.StyleAdvice;
import org.pixazo.prompts.entity.StyleAdvice.Suggestion;
import org.pixazo.providers.control.PromptRules;

/**
 * Suggests styles without asking a model: first those to which words of the prompt point, then those that suit its kind
 * of subject, in the order of the list of styles.
 */
final class StyleRules {

    private static final int MOST = 4;

    private StyleRules() {}

    static StyleAdvice suggest(String prompt, PromptRules rules, List<Style> styles) {
        Map<String, String> found = new LinkedHashMap<>();
        rules.stylesNamedIn(prompt).forEach(id -> found.put(id, "Words of your prompt point to it."));
        String kind = rules.kindOf(prompt);
        styles.stream()
                .filter(style -> style.suits().contains(kind))
                .forEach(style -> found.putIfAbsent(style.id(), "Suits " + subject(kind) + ": " + style.description()));
        List<Suggestion> suggestions = new ArrayList<>();
        found.forEach((id, reason) -> suggestions.add(new Suggestion(id, reason)));
        return new StyleAdvice(suggestions.subList(0, Math.min(MOST, suggestions.size())), Source.RULES);
    }

    private static String subject(String kind) {
        return switch (kind) {
            case "person" -> "people";
            case "animal" -> "animals";
            case "fantasy" -> "the fantastic";
            case "place" -> "places";
            case "vehicle" -> "vehicles";
            case "food" -> "food";
            default -> "single subjects";
        };
    }
}
