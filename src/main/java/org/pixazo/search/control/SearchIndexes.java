package org.pixazo.search.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pixazo.search.entity.Term;
import org.pixazo.settings.entity.Settings;

/** The index of the database that the settings name. */
@ApplicationScoped
class SearchIndexes {

    @Inject
    Settings settings;

    SearchIndex get() {
        return settings.dbUrl().startsWith("jdbc:sqlite:") ? new SqliteIndex() : new PostgresIndex();
    }

    /** Whether the last word of a term may go on. */
    static boolean goesOn(Term term, boolean longer) {
        return term.begins() == Term.Begins.ALWAYS || longer && term.begins() == Term.Begins.ALSO;
    }
}
