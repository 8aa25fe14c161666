package org.pixazo.providers.control.offline.scene;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.pixazo.providers.control.offline.paint.Hash;
import org.pixazo.providers.control.offline.paint.Rgb;

/**
 * Reads a prompt word by word. A colour belongs to the element that follows within two words, otherwise to the whole
 * picture. "no" and "without" remove what follows, as the negative prompt does. Not thread-safe: one reader, one
 * prompt.
 */
public final class SceneReader {

    private static final Set<String> NEGATIONS = Set.of("no", "without", "not", "never", "minus");
    private static final Set<String> FILLERS = Set.of("and", "or", "the", "a", "an", "of", "any");
    private static final int REACH = 2;

    private final Set<Element> elements = EnumSet.noneOf(Element.class);
    private final Set<Element> removed = EnumSet.noneOf(Element.class);
    private final Set<Style> styles = EnumSet.noneOf(Style.class);
    private final List<Rgb> tints = new ArrayList<>();
    private final Map<Element, List<Rgb>> colours = new EnumMap<>(Element.class);
    private final List<Rgb> waiting = new ArrayList<>();
    private int waited;
    private boolean negated;
    private Hour hour;
    private Season season;
    private Mood mood = Mood.NEUTRAL;

    private SceneReader() {}

    /**
     * @param prompt any text
     * @param negativePrompt what to leave out; may be null
     */
    public static Scene read(String prompt, String negativePrompt) {
        SceneReader reader = new SceneReader();
        reader.avoid(negativePrompt);
        Words.of(prompt).forEach(reader::hear);
        reader.release();
        reader.elements.removeAll(reader.removed);
        return new SceneCompletion(reader.elements, reader.removed)
                .complete(
                        reader.hour,
                        reader.season,
                        reader.mood,
                        reader.styles,
                        reader.tints,
                        reader.colours,
                        Hash.of(prompt.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")));
    }

    private void avoid(String negativePrompt) {
        for (String word : Words.of(negativePrompt)) {
            for (Object meaning : Vocabulary.meanings(word)) {
                if (meaning instanceof Element element) {
                    removed.add(element);
                }
            }
        }
    }

    private void hear(String word) {
        List<Object> meanings = Vocabulary.meanings(word);
        if (word.equals(",")) {
            release();
            negated = false;
        } else if (NEGATIONS.contains(word)) {
            negated = true;
        } else if (negated && !FILLERS.contains(word)) {
            negated = meanings.isEmpty();
            avoid(word);
        } else if (!FILLERS.contains(word)) {
            List<Element> named = meanings.stream()
                    .filter(Element.class::isInstance)
                    .map(Element.class::cast)
                    .toList();
            meanings.forEach(meaning -> take(meaning, named));
            if (++waited > REACH) {
                release();
            }
        }
    }

    private void take(Object meaning, List<Element> named) {
        if (meaning instanceof Element element) {
            elements.add(element);
            if (!waiting.isEmpty()) {
                colours.computeIfAbsent(element, e -> new ArrayList<>()).addAll(waiting);
                // Stays for the other meanings of the same word, but not for the whole.
                waited = REACH;
            }
        } else if (meaning instanceof Rgb colour) {
            // A poppy is red without being called so.
            named.forEach(element ->
                    colours.computeIfAbsent(element, e -> new ArrayList<>()).add(colour));
            if (named.isEmpty()) {
                waiting.add(colour);
                waited = 0;
            }
        } else if (meaning instanceof Hour heard) {
            hour = hour == null || heard != Hour.DAY ? later(heard) : hour;
        } else if (meaning instanceof Season heard) {
            season = heard;
        } else if (meaning instanceof Mood heard) {
            mood = heard;
        } else if (meaning instanceof Style style) {
            styles.add(style);
        }
    }

    /** "sunset with stars" is a sunset: the words for an hour outweigh things that shine at night. */
    private Hour later(Hour heard) {
        return hour == Hour.SUNSET || hour == Hour.DAWN ? hour : heard;
    }

    private void release() {
        boolean used = colours.values().stream().anyMatch(list -> list.containsAll(waiting));
        if (!used) {
            tints.addAll(waiting);
        }
        waiting.clear();
        waited = 0;
    }
}
