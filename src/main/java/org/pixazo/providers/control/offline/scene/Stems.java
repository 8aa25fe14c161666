package org.pixazo.providers.control.offline.scene;

import java.util.ArrayList;
import java.util.List;

/** Reduces English words to forms that a dictionary holds; a few endings rather than a whole stemmer. */
final class Stems {

    private Stems() {}

    /** The word itself first, then what may be its stem. */
    static List<String> of(String word) {
        List<String> forms = new ArrayList<>(List.of(word));
        shorten(forms, word, "ies", "y");
        shorten(forms, word, "ves", "f");
        shorten(forms, word, "es", "");
        shorten(forms, word, "s", "");
        shorten(forms, word, "ing", "");
        shorten(forms, word, "ing", "e");
        shorten(forms, word, "ed", "");
        shorten(forms, word, "ish", "");
        shorten(forms, word, "y", "");
        shorten(forms, word, "like", "");
        shorten(forms, word, "scape", "");
        shorten(forms, word, "scapes", "");
        return forms;
    }

    private static void shorten(List<String> forms, String word, String ending, String instead) {
        if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
            forms.add(word.substring(0, word.length() - ending.length()) + instead);
        }
    }
}
