package org.pixazo.mcp.boundary;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.pixazo.mcp.control.OpenStreams;

/** The heartbeat of open connections. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class McpTimer {

    @Inject
    OpenStreams streams;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void beat() {
        streams.beat();
    }
}
