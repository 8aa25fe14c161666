package org.pixazo.usage.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.control.UsageRepository;

/** Marks at the start the calls in whose middle the server died. Control has the transaction. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class LedgerStart {

    @Inject
    UsageRepository rows;

    @Inject
    Ledger ledger;

    @PostConstruct
    void start() {
        rows.interrupt();
        // The writer finds its executor only on a thread of the application, and its first call may come on another
        // one.
        ledger.writeNow();
    }
}
