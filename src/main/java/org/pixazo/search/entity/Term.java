package org.pixazo.search.entity;

import java.util.List;

/**
 * Something that is looked for: words that stand side by side, or, where an index of words is no help, a piece of text as
 * it is.
 *
 * @param text as given, without quotes and star
 * @param words of it; empty for a piece of text
 * @param begins whether the last word may go on
 */
public record Term(String text, List<String> words, Begins begins) {

    /** Whether a word that goes on is meant as well. */
    public enum Begins {
        /** The word is meant as it stands, as in quotes. */
        NEVER,
        /** Words that go on are found too, behind those that are the same. */
        ALSO,
        /** A star says so. */
        ALWAYS
    }

    /** Shorter beginnings stand in nearly every text. */
    private static final int SHORTEST_BEGINNING = 3;

    private static final int SHORTEST_STARRED = 2;

    static Term bare(String text) {
        boolean starred = text.endsWith("*");
        return of(starred ? text.substring(0, text.length() - 1) : text, starred ? Begins.ALWAYS : Begins.ALSO);
    }

    static Term quoted(String text, boolean starred) {
        return of(text, starred ? Begins.ALWAYS : Begins.NEVER);
    }

    private static Term of(String text, Begins wished) {
        if (text.codePoints().anyMatch(Term::withoutSpaces)) {
            return new Term(text, List.of(), Begins.NEVER);
        }
        List<String> words = Words.of(text).stream().map(Words.Word::folded).toList();
        if (words.isEmpty()) {
            return new Term(text, List.of(), Begins.NEVER);
        }
        int length = words.get(words.size() - 1).length();
        boolean tooShort = length < (wished == Begins.ALWAYS ? SHORTEST_STARRED : SHORTEST_BEGINNING);
        return new Term(text, words, tooShort ? Begins.NEVER : wished);
    }

    /** Whether it is looked for as a piece of text: signs alone, or a script that writes no spaces between words. */
    public boolean piece() {
        return words.isEmpty();
    }

    private static boolean withoutSpaces(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
