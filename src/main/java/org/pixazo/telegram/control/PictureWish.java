package org.pixazo.telegram.control;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wants to see.
 *
 * @param prompt blank where nothing was said
 * @param n how many pictures
 */
record PictureWish(String prompt, int n) {

    private static final Pattern MANY = Pattern.compile("(?s)[x×]([1-8])\\s+(.*)");

    /** Reads {@code x4 a lighthouse}, or words alone. */
    static PictureWish of(String words) {
        Matcher parts = MANY.matcher(words);
        return parts.matches()
                ? new PictureWish(parts.group(2).strip(), Integer.parseInt(parts.group(1)))
                : new PictureWish(words, 1);
    }
}
