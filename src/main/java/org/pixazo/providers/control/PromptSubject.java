package org.pixazo.providers.control;

import java.util.regex.Pattern;

/** Finds in a request what the picture is to show: "Please draw me a picture of a fox!" is about a fox. */
final class PromptSubject {

    private static final Pattern POLITENESS = Pattern.compile(
            "^(?i)(?:(?:please|hey|hi|hello|ok|okay|now|so|can you|could you|would you|will you|i want|i would like"
                    + "|i'd like|i need|let's|let us)\\b[\\s,!]*){1,8}(?:to\\s+)?(?:you to\\s+)?");
    private static final Pattern REQUEST = Pattern.compile(
            "^(?i)(?:/image\\s+|/enhance\\s+)?(?:please\\s+)?(?:(?:draw|paint|sketch|generate|create|make|render|design"
                    + "|imagine|illustrate|show|give|have|see|get|enhance|improve|expand|visuali[sz]e)\\b\\s*"
                    + "(?:me|us)?\\s*(?:this prompt|the prompt|a prompt|prompt)?\\s*(?:for\\s+|:\\s*)?)?"
                    + "(?:(?:an?|the|some|one)\\s+)?(?:new\\s+)?(?:(?:image|picture|pic|prompt)s?\\s*"
                    + "(?:prompt)?\\s*(?:of|for|with|showing|that shows|about|:)\\s+)?");
    private static final Pattern ARTICLE = Pattern.compile("(?i)\\b(?:an?|the|some|one)\\s+$");

    private static final String LOOSE_START = " \"“”'";
    private static final String LOOSE_END = LOOSE_START + ".,;:!?";

    private PromptSubject() {}

    /** On one line, without backquotes, outer quotes and a full stop at its end. */
    static String of(String request) {
        String text = oneLine(request);
        String polite = POLITENESS.matcher(text).replaceFirst("");
        return trim(withoutRequest(polite.isBlank() ? text : polite));
    }

    /** Without line breaks and backquotes, which would break out of the code block that shows a prompt. */
    static String oneLine(String text) {
        return text.replaceAll("[`\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && LOOSE_START.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && LOOSE_END.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String withoutRequest(String text) {
        var matcher = REQUEST.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        String rest = text.substring(matcher.end());
        if (rest.isBlank()) {
            return text;
        }
        // "draw a fox": the article belongs to the fox and not to the request.
        var article = ARTICLE.matcher(text.substring(0, matcher.end()));
        return article.find() ? article.group() + rest : rest;
    }
}
