package org.pixazo.schema.control;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pixazo.errors.entity.InvalidInputException;

/**
 * The words of a search as a condition of a query: each must stand in one of the columns, as a part of a word too, without
 * regard to case. SQLite knows the case of ASCII letters only; so that {@code äpfel} finds {@code Äpfel} and {@code
 * ÄPFEL} there, a word with other letters is looked for in the spellings that occur: small, capitalised, capital.
 */
public final class WordSearch {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final int MOST_CHARACTERS = 200;

    private final String name;
    private final List<String> words;

    private WordSearch(String name, List<String> words) {
        this.name = name;
        this.words = words;
    }

    /**
     * @param q as given; null or blank finds everything
     * @throws InvalidInputException naming {@code q}
     */
    public static WordSearch of(String q) {
        if (q == null || q.isBlank()) {
            return new WordSearch("word", List.of());
        }
        if (q.length() > MOST_CHARACTERS || q.indexOf('\0') >= 0) {
            throw new InvalidInputException("q", "must be text of at most " + MOST_CHARACTERS + " characters");
        }
        return new WordSearch(
                "word",
                SPACE.splitAsStream(q.strip())
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList());
    }

    /**
     * Looks for one text as it is, spaces included.
     *
     * @param name of the parameters, other than {@code word}
     * @param text null finds everything
     */
    public static WordSearch phrase(String name, String text) {
        return new WordSearch(name, text == null || text.isEmpty() ? List.of() : List.of(text));
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words, as they were given. */
    public List<String> words() {
        return words;
    }

    /** A JPQL condition that begins with {@code AND}; empty where everything is found. */
    public String condition(String... columns) {
        return condition(List.of(columns), List.of());
    }

    /**
     * The same over columns that hold a JSON array of strings as well, in which signs alone are not looked for, since they
     * are JSON's own.
     */
    public String condition(List<String> texts, List<String> jsonArrays) {
        StringBuilder condition = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            List<String> columns = new ArrayList<>(texts);
            if (words.get(i).codePoints().anyMatch(Character::isLetterOrDigit)) {
                columns.addAll(jsonArrays);
            }
            condition.append(" AND (").append(word(i, columns)).append(')');
        }
        return condition.toString();
    }

    /** Sets the parameters of {@link #condition}. */
    public void bind(Query query) {
        for (int i = 0; i < words.size(); i++) {
            int spelling = 0;
            for (String pattern : patterns(words.get(i))) {
                query.setParameter(parameter(i, spelling++), pattern);
            }
        }
    }

    private String word(int index, List<String> columns) {
        List<String> alternatives = new ArrayList<>();
        int spellings = patterns(words.get(index)).size();
        for (String column : columns) {
            for (int spelling = 0; spelling < spellings; spelling++) {
                alternatives.add("LOWER(" + column + ") LIKE :" + parameter(index, spelling) + " ESCAPE '!'");
            }
        }
        return String.join(" OR ", alternatives);
    }

    private String parameter(int word, int spelling) {
        return name + word + "_" + spelling;
    }

    /** The patterns of {@code LIKE} that find a word in a text which the database has put into lower case as far as it can. */
    static Set<String> patterns(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        int behindFirst = behindFirstLetter(small);
        String capitalised = foreignCapitals(small.substring(0, behindFirst)) + small.substring(behindFirst);
        Set<String> spellings = new LinkedHashSet<>(List.of(small, capitalised, foreignCapitals(small)));
        return spellings.stream().map(WordSearch::pattern).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static int behindFirstLetter(String text) {
        int position = 0;
        while (position < text.length()) {
            int c = text.codePointAt(position);
            position += Character.charCount(c);
            if (Character.isLetter(c)) {
                return position;
            }
        }
        return position;
    }

    private static String pattern(String part) {
        return "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** Capitals but for ASCII letters, which every database puts into lower case. */
    private static String foreignCapitals(String text) {
        StringBuilder capitals = new StringBuilder();
        text.codePoints().map(c -> c < 128 ? c : Character.toUpperCase(c)).forEach(capitals::appendCodePoint);
        return capitals.toString();
    }
}
