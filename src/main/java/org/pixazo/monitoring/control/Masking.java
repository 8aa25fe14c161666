package org.pixazo.monitoring.control;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of texts: those of the settings wherever they occur, and others by their shapes. */
final class Masking {

    private static final String MASK = "***";

    /** Shorter values would mask half of the log, and no rule of the settings for keys lets them be this short. */
    private static final int SHORTEST = 4;

    /** Each keeps its group {@code kept}, so that a reader sees what was there. */
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile(
                    "(?i)(?<kept>authorization[\"']?\\s*[:=]\\s*[\"'\\[]?\\s*(?:(?:bearer|basic)\\s+)?)[^\\s\"',;\\]]+"),
            Pattern.compile("(?i)(?<kept>\\bbearer\\s+)[A-Za-z0-9._~+/=-]{8,}"),
            Pattern.compile("(?<kept>\\bpxz_)[A-Za-z0-9_-]{4,}"),
            Pattern.compile("(?<kept>\\b(?:xai|sk)-)[A-Za-z0-9_-]{8,}"),
            Pattern.compile("(?<kept>pixazo_session=)[^;\\s]+"),
            Pattern.compile(
                    "(?i)(?<kept>(?:password|passwd|secret|api_?key|access_token)[\"']?\\s*[=:]\\s*[\"']?)[^\\s\"'&,;]+"),
            // Telegram's: in the path of every call to its API.
            Pattern.compile("(?<kept>(?<!\\d)\\d{6,12}:)[A-Za-z0-9_-]{30,}"));

    private final List<String> secrets;

    Masking(List<String> secrets) {
        // Longest first, because one may contain another.
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        for (Pattern shape : SHAPES) {
            Matcher matcher = shape.matcher(masked);
            if (matcher.find()) {
                masked = matcher.replaceAll("${kept}" + Matcher.quoteReplacement(MASK));
            }
        }
        return masked;
    }
}
