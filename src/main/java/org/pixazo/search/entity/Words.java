package org.pixazo.search.entity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts texts into words the way both databases do: a word is a run of letters and digits, without regard to case and to
 * marks on letters.
 */
public final class Words {

    private Words() {}

    /**
     * A word of a text.
     *
     * @param folded in small letters, without marks
     * @param start where it begins in the text
     * @param end behind it
     */
    public record Word(String folded, int start, int end) {}

    /** The words of a text, in its order. */
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        boolean plain = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean inside = Character.isLetterOrDigit(c) || start >= 0 && mark(c);
            if (inside && start < 0) {
                start = i;
                plain = true;
            }
            if (!inside && start >= 0) {
                words.add(word(text, start, i, plain));
                start = -1;
            }
            plain &= c < 128;
            i += Character.charCount(c);
        }
        if (start >= 0) {
            words.add(word(text, start, text.length(), plain));
        }
        return words;
    }

    /** A text in small letters, without marks. */
    public static String folded(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> !mark(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return bare.toLowerCase(Locale.ROOT);
    }

    private static Word word(String text, int start, int end, boolean plain) {
        String word = text.substring(start, end);
        return new Word(plain ? word.toLowerCase(Locale.ROOT) : folded(word), start, end);
    }

    private static boolean mark(int c) {
        return c >= 0x300 && c <= 0x36F;
    }
}
