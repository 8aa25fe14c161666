package org.pixazo.providers.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The words that {@link PromptRules} works with; data, in {@code prompt-rules.json}.
 *
 * @param subjects kinds of subject, the last one for everything else
 * @param styles the first one where nothing else fits
 * @param present words by which a prompt shows that it has a part already
 */
record PromptVocabulary(List<Subject> subjects, List<Style> styles, Present present) {

    private static final String RESOURCE = "/org/pixazo/providers/prompt-rules.json";

    record Subject(
            String name, List<String> keywords, List<String> settings, List<String> light, int width, int height) {}

    /** @param scenic false where a setting and light of their own would spoil the picture, as for a logo */
    record Style(
            String name, boolean scenic, List<String> keywords, List<String> medium, String quality, String negative) {}

    record Present(List<String> setting, List<String> light, List<String> medium, List<String> quality) {}

    static PromptVocabulary shipped() {
        try (InputStream json = PromptVocabulary.class.getResourceAsStream(RESOURCE)) {
            return Json.MAPPER.readValue(json, PromptVocabulary.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE, unreadable);
        }
    }

    Subject subjectOf(PromptWords words) {
        return subjects.stream()
                .filter(subject -> words.containAny(subject.keywords()))
                .findFirst()
                .orElse(subjects.get(subjects.size() - 1));
    }

    /**
     * The style whose own description stands there, or its name, or a word that points to it; empty where there is none
     * of them.
     */
    Optional<Style> styleOf(PromptWords words) {
        return first(style -> words.containAny(style.medium()))
                .or(() -> first(style -> words.contain(style.name())))
                .or(() -> first(style -> words.containAny(style.keywords())));
    }

    boolean hasMedium(PromptWords words) {
        return words.containAny(present.medium())
                || first(style -> words.containAny(style.medium())).isPresent();
    }

    boolean hasQuality(PromptWords words) {
        return words.containAny(present.quality())
                || first(style -> words.contain(style.quality())).isPresent();
    }

    private Optional<Style> first(Predicate<Style> condition) {
        return styles.stream().filter(condition).findFirst();
    }
}
