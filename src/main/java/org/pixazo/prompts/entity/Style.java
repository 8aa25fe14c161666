package org.pixazo.prompts.entity;

import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A look that a prompt can be given.
 *
 * @param id name in requests
 * @param name for people
 * @param category heading under which people find it
 * @param description one sentence
 * @param prompt template, with <code>{prompt}</code> where the person's own words go; without it, words that follow them
 * @param negativePrompt what this look avoids, for models that take it; empty for nothing
 * @param suggestedModel catalogue id of the image model that does it best; null where none is named
 * @param suits kinds of subject that it fits especially, as {@code PromptRules} names them
 */
public record Style(
        @NotNull String id,
        @NotNull String name,
        @NotNull String category,
        @NotNull String description,
        @NotNull String prompt,
        @NotNull String negativePrompt,
        String suggestedModel,
        List<String> suits) {

    public static final String PLACE = "{prompt}";

    public Style {
        suits = List.copyOf(suits);
    }

    /** @param ownNegativePrompt may be null */
    public StyledPrompt apply(String ownPrompt, String ownNegativePrompt) {
        String own = ownPrompt.strip();
        String styled = prompt.contains(PLACE) ? prompt.replace(PLACE, own) : own + ", " + prompt.strip();
        return new StyledPrompt(styled, together(ownNegativePrompt, negativePrompt));
    }

    /** Both lists, the person's own words first, nothing twice; null for two empty ones. */
    private static String together(String own, String styles) {
        if (own == null || own.isBlank()) {
            return styles.isBlank() ? null : styles;
        }
        Set<String> words = new LinkedHashSet<>();
        words.add(own.strip());
        Set<String> said = Set.copyOf(
                Arrays.stream(own.split(",")).map(String::strip).distinct().toList());
        Arrays.stream(styles.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !said.contains(word))
                .forEach(words::add);
        return String.join(", ", words);
    }
}
