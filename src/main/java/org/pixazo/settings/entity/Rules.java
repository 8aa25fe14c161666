package org.pixazo.settings.entity;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The rules that values of settings keep, each with the words that say what is allowed. */
record Rules(Predicate<String> holds, String allowed, boolean showsValue) {

    private static final String UPSTREAM = "[a-z0-9][a-z0-9-]{0,39}";
    private static final String TARGET = UPSTREAM + "(:[^=,|\\s]+)?";
    private static final String ROUTE = "[^=,|\\s]+=" + TARGET + "(\\|" + TARGET + ")*";
    private static final List<String> TAKEN = List.of("grok", "offline", "pixazo");

    private static final String AMOUNT = "\\d{1,6}(\\.\\d{1,9})?";

    static final Rules ANY = new Rules(value -> !value.isBlank(), "must not be blank", false);
    static final Rules PORT = between(1, 65535);
    static final Rules PATH = new Rules(Rules::isPath, "must be a path of this system", true);
    static final Rules JDBC_URL = new Rules(
            value -> value.startsWith("jdbc:sqlite:") || value.startsWith("jdbc:postgresql:"),
            "must begin with jdbc:sqlite: or jdbc:postgresql:",
            false);
    static final Rules HTTP_URL = new Rules(
            Rules::isHttpUrl,
            "must be an http or https URL with a host, without a query, a fragment or credentials",
            false);
    static final Rules USERNAME = matching(
            "[A-Za-z0-9][A-Za-z0-9._-]{1,63}",
            "must have 2 to 64 characters of A-Z, a-z, 0-9, '.', '_' and '-' and begin with a letter or digit");
    static final Rules API_KEY = new Rules(
            Pattern.compile("[\\x21-\\x7e]{32,256}").asMatchPredicate(),
            "must have 32 to 256 visible ASCII characters without spaces",
            false);
    static final Rules PAIRS = matching(
            "\\s*[^=,\\s]+\\s*=\\s*[^=,\\s]+\\s*(,\\s*[^=,\\s]+\\s*=\\s*[^=,\\s]+\\s*)*",
            "must be a list as in grok-3-auto=name-upstream,grok-4=other-name");
    static final Rules COUNTS = matching(
            "\\s*[^=,\\s]+\\s*=\\s*[1-9]\\d{0,2}\\s*(,\\s*[^=,\\s]+\\s*=\\s*[1-9]\\d{0,2}\\s*)*",
            "must be a list as in pixazo=4,offline=2 with numbers from 1 to 999");
    static final Rules TOKENS = matching(
            "\\s*[^=,\\s]+\\s*=\\s*[1-9]\\d{2,7}\\s*(,\\s*[^=,\\s]+\\s*=\\s*[1-9]\\d{2,7}\\s*)*",
            "must be a list as in grok-4=256000,local/llama3.2=8192 with numbers from 100 to 99999999");
    static final Rules PRICES = matching(
            "\\s*[^=,\\s]+\\s*=\\s*" + Rules.AMOUNT + "(/" + Rules.AMOUNT + ")?\\s*(,\\s*[^=,\\s]+\\s*=\\s*"
                    + Rules.AMOUNT + "(/" + Rules.AMOUNT + ")?\\s*)*",
            "must be a list as in grok-4=3/15,my-image=0.02, in US dollars");
    static final Rules NAMED_URLS = new Rules(
            Rules::isNamedUrls,
            "must be a list as in local=http://localhost:11434/v1,spare=https://example.org/v1 with names of a-z, 0-9"
                    + " and '-' other than grok, offline and pixazo",
            false);
    static final Rules NAMED_KEYS = new Rules(
            Pattern.compile("\\s*" + Rules.UPSTREAM + "\\s*=[^,\\s]+(\\s*,\\s*" + Rules.UPSTREAM
                            + "\\s*=[^,\\s]+)*\\s*")
                    .asMatchPredicate(),
            "must be a list as in spare=KEY,other=KEY",
            false);
    static final Rules ROUTES = matching(
            "\\s*" + Rules.ROUTE + "\\s*(,\\s*" + Rules.ROUTE + "\\s*)*",
            "must be a list as in grok-4=grok|spare:x-ai/grok-4,*=grok|local");
    static final Rules WEBHOOK_SECRET = new Rules(
            Pattern.compile("[A-Za-z0-9_-]{1,256}").asMatchPredicate(),
            "must have 1 to 256 characters of A-Z, a-z, 0-9, '_' and '-'",
            false);

    static final Rules NUMBERS = new Rules(
            Pattern.compile("-?\\d{1,18}(,-?\\d{1,18})*").asMatchPredicate(),
            "must be whole numbers with commas between them, as in 42,-1001234",
            true);

    static Rules between(int lowest, int highest) {
        return new Rules(
                value -> isIntegerBetween(value, lowest, highest),
                "must be a whole number from " + lowest + " to " + highest,
                true);
    }

    static Rules oneOf(String... allowed) {
        List<String> values = Arrays.asList(allowed);
        return new Rules(values::contains, "must be one of " + String.join(", ", values), true);
    }

    static Rules atLeast(int characters) {
        return new Rules(
                value -> value.length() >= characters, "must have at least " + characters + " characters", false);
    }

    private static Rules matching(String regex, String allowed) {
        return new Rules(Pattern.compile(regex).asMatchPredicate(), allowed, true);
    }

    Optional<String> fault(String value) {
        if (holds.test(value)) {
            return Optional.empty();
        }
        // One line, whatever the value is.
        String shown = value.replaceAll("\\p{Cntrl}", "?");
        return Optional.of(
                showsValue ? "is '" + shown + "' but " + allowed : "has a value that is not allowed: it " + allowed);
    }

    private static boolean isIntegerBetween(String value, int lowest, int highest) {
        return value.matches("\\d{1,9}") && Integer.parseInt(value) >= lowest && Integer.parseInt(value) <= highest;
    }

    private static boolean isPath(String value) {
        if (value.isBlank()) {
            return false;
        }
        try {
            Path.of(value);
            return true;
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    private static boolean isNamedUrls(String value) {
        return Arrays.stream(value.split(",", -1)).allMatch(pair -> {
            int sign = pair.indexOf('=');
            String name = sign < 0 ? "" : pair.substring(0, sign).strip();
            return name.matches(UPSTREAM)
                    && !TAKEN.contains(name)
                    && isHttpUrl(pair.substring(sign + 1).strip());
        });
    }

    private static boolean isHttpUrl(String value) {
        try {
            URI uri = new URI(value);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }
}
