package org.pixazo.images.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * An order of one or more pictures. Queued, then running under the lease of one server, and back to queued where the
 * server dies or a later try can help; at last succeeded, failed or cancelled.
 */
@Entity
@Table(name = "image_jobs")
public class ImageJob {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Embedded
    private Place place;

    @Embedded
    private ImageSpec spec;

    @Embedded
    private Provenance provenance;

    @Embedded
    private Reference reference;

    @Column(name = "batch_id")
    private Long batchId;

    @Column(name = "key_id")
    private Long keyId;

    private String channel = "web";
    private String status;
    private int n;
    private int done;
    private int attempts;
    private String error;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "lease_owner")
    private String leaseOwner;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    /** For JPA. */
    protected ImageJob() {}

    /** @param n how many pictures, 1 to 8 */
    public ImageJob(Place place, ImageSpec spec, int n, Instant now) {
        this.place = place;
        this.spec = spec;
        this.n = n;
        this.status = JobStatus.QUEUED.word();
        this.nextAttemptAt = now;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /**
     * Notes by which way the order came.
     *
     * @param newKeyId the API key that ordered; null for a session
     */
    public ImageJob ordered(Long newKeyId, String newChannel) {
        keyId = newKeyId;
        channel = newChannel;
        return this;
    }

    /**
     * Notes where the order comes from.
     *
     * @param newReference the pictures that it works on
     */
    public ImageJob from(Provenance newProvenance, Reference newReference) {
        provenance = newProvenance;
        reference = newReference;
        return this;
    }

    /** One of several jobs of one order; {@code batch} is the id of the first of them. */
    public void joinBatch(long batch) {
        batchId = batch;
    }

    /** One more picture is there. */
    public void progress(Instant now) {
        done++;
        updatedAt = now;
    }

    /** Nothing more will happen. */
    public void end(JobStatus how, String reason, Instant now) {
        status = how.word();
        error = reason;
        leaseOwner = null;
        leaseUntil = null;
        finishedAt = now;
        updatedAt = now;
    }

    /** Back to the queue for a later try. */
    public void retry(String reason, Instant at, Instant now) {
        status = JobStatus.QUEUED.word();
        error = reason;
        attempts++;
        nextAttemptAt = at;
        leaseOwner = null;
        leaseUntil = null;
        updatedAt = now;
    }

    /** Back to the queue for the pictures that are missing, as if nothing had failed. */
    public void again(Instant now) {
        status = JobStatus.QUEUED.word();
        error = null;
        attempts = 0;
        nextAttemptAt = now;
        finishedAt = null;
        updatedAt = now;
    }

    /** Back to the queue because others wait, with all that is there. */
    public void stepBack(Instant now) {
        status = JobStatus.QUEUED.word();
        nextAttemptAt = now;
        leaseOwner = null;
        leaseUntil = null;
        updatedAt = now;
    }

    /** Whether a server still has the right to work on it. */
    public boolean runsOn(String server) {
        return status() == JobStatus.RUNNING && server.equals(leaseOwner);
    }

    public boolean complete() {
        return done >= n;
    }

    public long id() {
        return id;
    }

    public Place place() {
        return place;
    }

    /** The API key that ordered; null for a session. */
    public Long keyId() {
        return keyId;
    }

    /** The way by which the order came. */
    public String channel() {
        return channel;
    }

    public ImageSpec spec() {
        return spec;
    }

    /** Where it comes from. */
    public Provenance provenance() {
        return provenance == null ? Provenance.NONE : provenance;
    }

    /** The pictures that it works on. */
    public Reference reference() {
        return reference == null ? Reference.NONE : reference;
    }

    /** Id of the first job of the same order; null for an order of one job. */
    public Long batchId() {
        return batchId;
    }

    public JobStatus status() {
        return JobStatus.of(status);
    }

    /** How many pictures were ordered. */
    public int n() {
        return n;
    }

    /** How many of them are there. */
    public int done() {
        return done;
    }

    /** How many tries failed. */
    public int attempts() {
        return attempts;
    }

    /** Why it failed, or why it waits for another try; null otherwise. */
    public String error() {
        return error;
    }

    /** When a waiting job may be taken up; lies ahead where a failed try is to be repeated later. */
    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** When it was last taken up; null before. */
    public Instant startedAt() {
        return startedAt;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** When it ended; null before. */
    public Instant finishedAt() {
        return finishedAt;
    }
}
