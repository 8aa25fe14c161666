package org.pixazo.providers.control;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pixazo.providers.entity.QuestionRefusedException;
import org.pixazo.providers.entity.UpstreamAccess;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What an upstream itself says about a failure, fit to be shown: short, plain text, without the key.
 *
 * <p>Found in the wild: OpenAI's {@code error.message}; {@code error} as a string (Pixazo gateway, Grok-Api wrapper);
 * {@code message}; {@code detail} as a string, or FastAPI's list with {@code msg}; a chat completion whose content is
 * the error text (the earlier Python gateway with status 502); plain text; an HTML page of a proxy.
 */
final class UpstreamWords {

    private static final int LONGEST = 300;
    private static final int LONGEST_PAGE = 16 * 1024;
    private static final List<String> FIELDS = List.of("error", "message", "detail", "error_message", "msg");
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");

    private UpstreamWords() {}

    /** @return empty where the body says nothing */
    static Optional<String> of(String body, UpstreamAccess access) {
        return shown(fromJson(body).orElseGet(() -> plain(start(access.withoutSecrets(body)))), access);
    }

    /** @return the words of a body that is read as JSON already; empty where it reports no failure */
    static Optional<String> ofError(JsonNode body, UpstreamAccess access) {
        return body == null ? Optional.empty() : inFields(body).flatMap(words -> shown(words, access));
    }

    /** The {@code error.code} of a body; empty where it has none. */
    static String code(String body) {
        return error(body).path("code").asString("");
    }

    /** The error object of a body as OpenAI has it, with the message found wherever it is. */
    static QuestionRefusedException.Words object(String body, UpstreamAccess access) {
        JsonNode error = error(body);
        return new QuestionRefusedException.Words(
                of(body, access).orElse("The upstream refused the request without a word."),
                field(error, "type", access),
                field(error, "param", access),
                field(error, "code", access));
    }

    private static String field(JsonNode error, String name, UpstreamAccess access) {
        JsonNode value = error.path(name);
        return value.isString() ? shown(value.stringValue(), access).orElse(null) : null;
    }

    private static JsonNode error(String body) {
        try {
            return Json.MAPPER.readTree(body).path("error");
        } catch (JacksonException notJson) {
            return Json.MAPPER.missingNode();
        }
    }

    /** A page's text is found by patterns that would take long on a page made for that. */
    private static String start(String body) {
        return body.substring(0, Math.min(body.length(), LONGEST_PAGE));
    }

    private static Optional<String> fromJson(String body) {
        String start = body.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        try {
            JsonNode json = Json.MAPPER.readTree(body);
            return inFields(json)
                    .or(() -> text(json.at("/choices/0/message/content")))
                    .or(() -> text(json.at("/choices/0/delta/content")));
        } catch (JacksonException notJson) {
            // Then it is read as text, which is all that can be said about it.
            return Optional.empty();
        }
    }

    private static Optional<String> inFields(JsonNode json) {
        if (json.isString()) {
            return text(json);
        }
        if (json.isArray()) {
            return json.isEmpty() ? Optional.empty() : inFields(json.get(0));
        }
        for (String field : FIELDS) {
            JsonNode value = json.get(field);
            Optional<String> words = value == null || value.isNull() ? Optional.empty() : inFields(value);
            if (words.isPresent()) {
                return words;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static String plain(String body) {
        String visible = TAG.matcher(UNSEEN.matcher(body).replaceAll(" ")).replaceAll(" ");
        if (visible.isBlank()) {
            var title = TITLE.matcher(body);
            visible = title.find() ? title.group(1) : "";
        }
        return visible.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static Optional<String> shown(String words, UpstreamAccess access) {
        // The key goes before the text is cut, lest a part of it stays at the end.
        String text =
                access.withoutSecrets(words).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int end = Math.min(LONGEST, text.length());
        return Optional.of(end < text.length() ? text.substring(0, end).strip() + "…" : text);
    }
}
