package org.pixazo.chats.boundary;

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
import org.pixazo.chats.control.Answers;
import org.pixazo.chats.control.MessageQueue;

/** Mends at the start what a death left behind, and keeps the answers under way alive. Control has the transactions. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class AnswersStart {

    @Inject
    Answers answers;

    @Inject
    MessageQueue queue;

    @PostConstruct
    void start() {
        answers.adoptOrphans(true);
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void keep() {
        answers.renewLeases();
        answers.adoptOrphans(false);
        queue.goOn();
    }

    @Schedule(hour = "*", minute = "*", second = "*/4", persistent = false)
    void breakSilence() {
        answers.breakSilence();
    }
}
