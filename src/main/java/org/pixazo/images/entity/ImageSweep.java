package org.pixazo.images.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The sweep through the files of pictures: who does it now, and what the last one found. */
@Entity
@Table(name = "image_sweep")
public class ImageSweep {

    /** Id of the only row. */
    public static final int ID = 1;

    @Id
    private int id;

    @Column(name = "lease_owner")
    private String leaseOwner;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    private long files;
    private long orphans;

    @Column(name = "freed_bytes")
    private long freedBytes;

    private long missing;

    /** For JPA. */
    protected ImageSweep() {}

    /** Notes what a server found, if it still has the lease. */
    public void finish(String server, SweepResult result, Instant now) {
        if (server.equals(leaseOwner)) {
            leaseOwner = null;
            leaseUntil = null;
            finishedAt = now;
            files = result.files();
            orphans = result.orphans();
            freedBytes = result.freedBytes();
            missing = result.missing();
        }
    }

    /** Whether a server sweeps now. */
    public boolean running(Instant now) {
        return leaseUntil != null && leaseUntil.isAfter(now);
    }

    /** When the last one began; null before the first. */
    public Instant startedAt() {
        return startedAt;
    }

    /** When the last whole one ended; null before the first. */
    public Instant finishedAt() {
        return finishedAt;
    }

    /** What the last whole one found. */
    public SweepResult result() {
        return new SweepResult(files, orphans, freedBytes, missing);
    }
}
