package org.pixazo.search.entity;

import java.util.List;
import java.util.Locale;

/** Cuts texts to what a list of results has room for. */
public final class Snippet {

    private static final int LENGTH = 160;
    private static final int BEFORE = 40;

    private Snippet() {}

    /** The part of a text where the first of some words stands, on one line. */
    public static String of(String text, List<String> words) {
        String small = text.toLowerCase(Locale.ROOT);
        int found = words.stream()
                .mapToInt(word -> small.indexOf(word.toLowerCase(Locale.ROOT)))
                .filter(position -> position >= 0)
                .min()
                .orElse(0);
        int begin = found <= BEFORE ? 0 : boundary(text, Math.min(found, text.length()) - BEFORE);
        return cut(text, begin, LENGTH);
    }

    /** The beginning of a text, on one line. */
    public static String beginning(String text, int length) {
        return cut(text, 0, length);
    }

    private static String cut(String text, int begin, int length) {
        int end = begin + length >= text.length() ? text.length() : boundary(text, begin + length);
        String part =
                text.substring(begin, end).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return (begin > 0 ? "…" : "") + part + (end < text.length() ? "…" : "");
    }

    /** Not between the two halves of one character. */
    private static int boundary(String text, int position) {
        return position > 0
                        && position < text.length()
                        && Character.isLowSurrogate(text.charAt(position))
                        && Character.isHighSurrogate(text.charAt(position - 1))
                ? position - 1
                : position;
    }
}
