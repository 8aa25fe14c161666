package org.pixazo.prompts.control;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixazo.web.control.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Takes out of a model's answer what was asked for, and leaves what models like to put around it. */
final class ModelText {

    private static final Pattern THOUGHTS = Pattern.compile("(?is)<(think|thinking|reasoning)>.*?</\\1>");
    private static final Pattern OPEN_THOUGHTS = Pattern.compile("(?is)^.*?</(think|thinking|reasoning)>");
    private static final Pattern DASHES = Pattern.compile("(?m)^\\s*-{3,}\\s*$");
    private static final Pattern FENCE = Pattern.compile("(?s)```[a-zA-Z]*\\s*\\n?(.*?)```");
    private static final Pattern LABEL =
            Pattern.compile("(?i)^[*_#>\\s]*(?:(?:here(?:'s| is| are)|sure|certainly|of course)"
                    + "\\b[^\\n:]{0,80}[:!.]\\s*)*[*_]*(?:(?:(?:enhanced|improved|richer|final|positive|expanded|rewritten)\\s+)?"
                    + "(?:image\\s+)?prompt\\s*[*_]*\\s*:)?[*_]*\\s*");
    private static final Pattern NEGATIVE = Pattern.compile("(?is)[\\s,.;]*[*_]*\\bnegative prompt\\b[*_]*\\s*:.*$");
    private static final String[] QUOTES = {"\"\"", "''", "“”", "‘’", "«»", "„“", "„”", "「」", "``"};

    private ModelText() {}

    /** The prompt that an answer holds, on one line; empty where it holds none. */
    static String prompt(String answer) {
        String text = withoutThoughts(answer);
        Matcher fence = FENCE.matcher(text);
        if (fence.find()) {
            text = fence.group(1);
        }
        text = LABEL.matcher(text.strip()).replaceFirst("");
        text = NEGATIVE.matcher(text).replaceFirst("");
        text = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return withoutQuotes(text.replaceAll("^[*_]+|[*_]+$", ""));
    }

    /** The prompts that an answer holds, which lines of dashes part, without those that come twice. */
    static List<String> prompts(String answer) {
        return DASHES.splitAsStream(withoutThoughts(answer))
                .map(ModelText::prompt)
                .filter(prompt -> !prompt.isEmpty())
                .distinct()
                .toList();
    }

    /** The JSON object that an answer holds, whatever stands around it. */
    static Optional<JsonNode> object(String answer) {
        String text = withoutThoughts(answer);
        int begin = text.indexOf('{');
        int end = text.lastIndexOf('}');
        if (begin < 0 || end < begin) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readTree(text.substring(begin, end + 1)));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /** One sentence that a model wrote for people, on one line; empty where it is none. */
    static Optional<String> sentence(JsonNode node, int most) {
        if (!node.isString() || node.stringValue().isBlank()) {
            return Optional.empty();
        }
        String text = node.stringValue().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return Optional.of(text.length() <= most ? text : text.substring(0, most - 1) + "…");
    }

    private static String withoutThoughts(String answer) {
        // Some servers send the end of the thoughts but not their begin.
        return OPEN_THOUGHTS.matcher(THOUGHTS.matcher(answer).replaceAll("")).replaceFirst("");
    }

    private static String withoutQuotes(String text) {
        String bare = text;
        for (String pair : QUOTES) {
            if (bare.length() > 2
                    && bare.charAt(0) == pair.charAt(0)
                    && bare.charAt(bare.length() - 1) == pair.charAt(1)
                    && bare.indexOf(pair.charAt(1), 1) == bare.length() - 1) {
                return withoutQuotes(bare.substring(1, bare.length() - 1).strip());
            }
        }
        return bare;
    }
}
