package org.pixazo.search.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.pixazo.search.control.SearchRebuild;
import org.pixazo.search.entity.HitKind;
import org.pixazo.settings.entity.Settings;

/** Fills the search index anew before anything is served, where the settings say so. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class SearchStart {

    private static final Logger LOG = Logger.getLogger(SearchStart.class.getName());
    private static final long AT_ONCE = 5000;

    @Inject
    Settings settings;

    @Inject
    SearchRebuild rebuild;

    @PostConstruct
    void start() {
        if (!settings.searchRebuild()) {
            return;
        }
        for (HitKind kind : HitKind.values()) {
            rebuild.clear(kind);
            long last = rebuild.last(kind);
            for (long above = 0; above < last; above += AT_ONCE) {
                rebuild.fill(kind, above, above + AT_ONCE);
            }
        }
        LOG.info("The search index has been filled anew");
    }
}
