package org.pixazo.providers.control;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as a row of lower-case words, to look for words and phrases in it, whatever stands between them. */
public final class PromptWords {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String padded;

    public PromptWords(String text) {
        padded = " " + plain(text) + " ";
    }

    /** The word or phrase, or its plain plural, stands there. */
    public boolean contain(String phrase) {
        String words = plain(phrase);
        return padded.contains(" " + words + " ") || padded.contains(" " + words + "s ");
    }

    /** One of them stands there. */
    public boolean containAny(Collection<String> phrases) {
        return phrases.stream().anyMatch(this::contain);
    }

    boolean startWith(Collection<String> phrases) {
        return phrases.stream().anyMatch(phrase -> padded.startsWith(" " + plain(phrase) + " "));
    }

    /** The words alone, single spaces between them. */
    String plain() {
        return padded.strip();
    }

    private static String plain(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
