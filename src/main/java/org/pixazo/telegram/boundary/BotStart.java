package org.pixazo.telegram.boundary;

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
import org.pixazo.telegram.control.Bot;
import org.pixazo.telegram.control.Outbox;
import org.pixazo.telegram.control.UpdateStore;

/** Begins the bot behind what mends answers and jobs after a death, and looks after it. Control has the transactions. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "AnswersStart", "ImageJobTimer"})
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class BotStart {

    @Inject
    Bot bot;

    @Inject
    UpdateStore store;

    @Inject
    Outbox outbox;

    @PostConstruct
    void start() {
        bot.start();
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void lookAfter() {
        bot.lookAfter();
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void sweep() {
        store.sweep();
        outbox.sweep();
    }
}
