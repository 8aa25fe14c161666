package org.pixazo.accounts.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.pixazo.accounts.control.ProvisionedAdministrator;
import org.pixazo.accounts.control.SessionService;

/** Provides the administrator of the settings at the start, and removes expired sessions every hour. Control has the transactions. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class AccountsStart {

    @Inject
    ProvisionedAdministrator administrator;

    @Inject
    SessionService sessions;

    @PostConstruct
    void start() {
        administrator.provide();
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void sweep() {
        sessions.sweep();
    }
}
