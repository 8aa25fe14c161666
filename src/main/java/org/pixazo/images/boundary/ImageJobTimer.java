package org.pixazo.images.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.pixazo.images.control.ImageJobRunner;
import org.pixazo.images.control.ImageTrash;
import org.pixazo.images.control.JobWatch;

/**
 * The heartbeat of the queue: nothing but a rhythm, since the jobs themselves are rows. Control has the transactions.
 */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "LedgerStart"})
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ImageJobTimer {

    @Inject
    ImageJobRunner runner;

    @Inject
    JobWatch watch;

    @Inject
    ImageTrash trash;

    @PostConstruct
    void start() {
        runner.recover();
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void run() {
        runner.runDue();
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void renew() {
        runner.renewLeases();
    }

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    void emptyTrash() {
        trash.empty();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        watch.lookAtAll();
    }
}
