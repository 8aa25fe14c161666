package org.pixazo.prompts.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pixazo.prompts.entity.PromptHabit;
import org.pixazo.providers.control.PromptRules;
import org.pixazo.providers.entity.EnhancedPrompt;
import org.pixazo.providers.entity.PromptAddition;

/**
 * Makes prompts richer without asking a model, by {@link PromptRules}: phrases between commas, or sentences for the models
 * that follow them, which need no words for quality.
 */
final class EnhancementRules {

    private static final String QUALITY = "Quality";

    private EnhancementRules() {}

    /**
     * @param style id or null
     * @return at least one and at most {@code count}, all different
     */
    static List<String> enhance(PromptRules rules, String prompt, String style, PromptHabit habit, int count) {
        Set<String> made = new LinkedHashSet<>();
        for (int variant = 0; variant < count; variant++) {
            EnhancedPrompt enhanced = rules.enhance(prompt, style, variant);
            made.add(habit == PromptHabit.PROSE ? prose(enhanced) : enhanced.prompt());
        }
        return List.copyOf(made);
    }

    private static String prose(EnhancedPrompt enhanced) {
        List<String> sentences = new ArrayList<>();
        sentences.add(enhanced.subject());
        for (PromptAddition addition : enhanced.additions()) {
            if (addition.part().equals("Setting")) {
                sentences.set(0, enhanced.subject() + ", " + addition.words());
            } else if (!addition.part().equals(QUALITY)) {
                sentences.add(addition.words());
            }
        }
        return String.join(
                " ", sentences.stream().map(EnhancementRules::sentence).toList());
    }

    private static String sentence(String words) {
        String text = words.strip();
        if (text.isEmpty()) {
            return "";
        }
        int first = text.offsetByCodePoints(0, 1);
        String capital = text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
        return capital.matches("(?s).*[.!?…。！？]") ? capital : capital + ".";
    }
}
