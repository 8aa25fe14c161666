package org.pixazo.prompts.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells texts that are the same but for case, white space, and the ways in which Unicode writes one character. */
public final class ContentKey {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private ContentKey() {}

    /** The same for the same content; 64 characters. */
    public static String of(String content) {
        String plain = SPACE.matcher(Normalizer.normalize(content, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
