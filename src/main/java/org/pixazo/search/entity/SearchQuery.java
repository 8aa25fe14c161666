package org.pixazo.search.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixazo.errors.entity.InvalidInputException;

/**
 * What is looked for, as people write it: words, {@code "phrases in quotes"}, {@code beginnings*}, and the filters
 * {@code model:}, {@code tag:}, {@code workspace:}, {@code before:} and {@code after:}. Everything must hold. Whatever is
 * none of these is a word, so that no text is wrong but a date that is none.
 *
 * @param models parts of names of models
 * @param tags whole tags
 * @param workspaces ids or parts of names
 * @param before null for no end
 * @param after null for no begin; the time itself counts
 */
public record SearchQuery(
        List<Term> terms,
        List<String> models,
        List<String> tags,
        List<String> workspaces,
        Instant before,
        Instant after) {

    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_TERMS = 24;

    /** A filter with its value, a quoted text, or what stands between two spaces. A quote that never ends ends with the text. */
    private static final Pattern PART = Pattern.compile(
            "(?i)(model|tag|workspace|before|after):(?:\"([^\"]*)\"?|([^\\s\"]+))|\"([^\"]*)\"?(\\*?)|([^\\s\"\\p{Z}]+)");

    /**
     * @param q as given
     * @throws InvalidInputException naming {@code q}
     */
    public static SearchQuery of(String q) {
        if (q == null || q.isBlank()) {
            throw new InvalidInputException("q", "must not be blank");
        }
        if (q.length() > MOST_CHARACTERS || q.indexOf('\0') >= 0) {
            throw new InvalidInputException("q", "must be text of at most " + MOST_CHARACTERS + " characters");
        }
        Parts parts = new Parts();
        Matcher part = PART.matcher(q);
        while (part.find()) {
            if (part.group(1) != null) {
                parts.filter(part.group(1), part.group(2) != null ? part.group(2) : part.group(3));
            } else if (part.group(4) != null) {
                parts.term(Term.quoted(part.group(4).strip(), !part.group(5).isEmpty()));
            } else {
                parts.term(Term.bare(part.group(6)));
            }
        }
        return parts.query();
    }

    /** Whether longer words can be found that the words given only begin. */
    public boolean mayGoOn() {
        return terms.stream().anyMatch(term -> term.begins() == Term.Begins.ALSO);
    }

    private static final class Parts {

        private final List<Term> terms = new ArrayList<>();
        private final List<String> models = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private final List<String> workspaces = new ArrayList<>();
        private Instant before;
        private Instant after;

        void term(Term term) {
            if (!term.text().isBlank() && !terms.contains(term) && terms.size() < MOST_TERMS) {
                terms.add(term);
            }
        }

        void filter(String name, String given) {
            String value = given.strip();
            if (value.isEmpty()) {
                return;
            }
            switch (name.toLowerCase(Locale.ROOT)) {
                case "model" -> models.add(value);
                case "tag" -> tags.add(value);
                case "workspace" -> workspaces.add(value);
                case "before" -> before = time(name, value);
                default -> after = time(name, value);
            }
        }

        SearchQuery query() {
            if (terms.isEmpty()
                    && models.isEmpty()
                    && tags.isEmpty()
                    && workspaces.isEmpty()
                    && before == null
                    && after == null) {
                throw new InvalidInputException("q", "must not be blank");
            }
            return new SearchQuery(
                    List.copyOf(terms), List.copyOf(models), List.copyOf(tags), List.copyOf(workspaces), before, after);
        }

        private static Instant time(String name, String value) {
            try {
                Instant time = value.contains("T")
                        ? Instant.parse(value.toUpperCase(Locale.ROOT))
                        : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
                int year = time.atZone(ZoneOffset.UTC).getYear();
                if (year >= 1 && year <= 9999) {
                    return time;
                }
            } catch (DateTimeParseException noTime) {
                throw wrong(name);
            }
            throw wrong(name);
        }

        private static InvalidInputException wrong(String name) {
            return new InvalidInputException(
                    "q",
                    name + ": must be followed by a date such as 2026-11-24, or a time such as 2026-11-24T10:41:37Z");
        }
    }
}
