package org.pixazo.images.boundary;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.pixazo.images.control.FileSweep;

/** Has the files of pictures swept each night, by the first of all servers to come. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SweepTimer {

    private static final Duration LEAST = Duration.ofHours(12);

    @Inject
    FileSweep sweep;

    @Schedule(hour = "3", minute = "17", persistent = false)
    void night() {
        sweep.sweep(LEAST, FileSweep.GRACE);
    }
}
