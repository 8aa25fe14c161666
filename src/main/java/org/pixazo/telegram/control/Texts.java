package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** What the bot says, in the languages that there are texts for; English for all others. */
@ApplicationScoped
public class Texts {

    /** Languages besides English. */
    static final List<String> LANGUAGES = List.of("de");

    private static final String BUNDLE = "org.pixazo.telegram.texts";

    private final Map<String, Language> languages = new ConcurrentHashMap<>();

    /** The texts of one language. */
    static final class Language {

        private final ResourceBundle bundle;

        private Language(ResourceBundle bundle) {
            this.bundle = bundle;
        }

        /** A text with values in its places. */
        String get(String key, Object... values) {
            // As text: a number with separators is no number that a person can use.
            Object[] words =
                    java.util.Arrays.stream(values).map(String::valueOf).toArray();
            return new MessageFormat(bundle.getString(key), Locale.ROOT).format(words);
        }
    }

    /** @param tag IETF tag as Telegram gives it; null for the default */
    Language in(String tag) {
        String language = tag == null ? "" : tag.split("-")[0].toLowerCase(Locale.ROOT);
        return languages.computeIfAbsent(
                LANGUAGES.contains(language) ? language : "",
                known -> new Language(ResourceBundle.getBundle(
                        BUNDLE,
                        Locale.forLanguageTag(known),
                        Texts.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT))));
    }
}
