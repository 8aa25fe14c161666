package org.pixazo.providers.control.offline.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Splits text into words in lower case; fixed phrases become one word with hyphens. */
final class Words {

    // A list and not a map: the order of a Map.of changes from run to run.
    private static final List<Map.Entry<String, String>> PHRASES = List.of(
            Map.entry("black and white", "black-and-white"),
            Map.entry("golden hour", "golden-hour"),
            Map.entry("northern light", "northern-light"),
            Map.entry("polar light", "polar-light"),
            Map.entry("milky way", "stars night"),
            Map.entry("line art", "line-art"),
            Map.entry("line drawing", "line-art"),
            Map.entry("pixel art", "pixelart"),
            Map.entry("8 bit", "8-bit"),
            Map.entry("16 bit", "16-bit"),
            Map.entry("outer space", "outer-space"),
            Map.entry("spiral galaxy", "spiral-galaxy"),
            Map.entry("van gogh", "gogh"),
            Map.entry("old photo", "old-photo"),
            Map.entry("cherry blossom", "cherry"),
            Map.entry("full moon", "moon"),
            Map.entry("palm tree", "palm"),
            Map.entry("pine tree", "pine"),
            Map.entry("fir tree", "fir"),
            Map.entry("new york", "york"),
            Map.entry("sky line", "skyline"),
            Map.entry("water color", "watercolor"),
            Map.entry("water colour", "watercolor"));

    private Words() {}

    /** @param text may be null */
    static List<String> of(String text) {
        if (text == null) {
            return List.of();
        }
        String spaced = " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[.,;:!?()\\[\\]{}<>|/]+", " , ")
                        .replaceAll("[^a-z0-9, -]+", " ")
                        .replaceAll("(?<![0-9])-|-(?![a-z])", " ")
                        .replaceAll(" +", " ")
                + " ";
        for (Map.Entry<String, String> phrase : PHRASES) {
            spaced = spaced.replace(" " + phrase.getKey(), " " + phrase.getValue());
        }
        return new ArrayList<>(Arrays.asList(spaced.strip().split(" +")));
    }
}
