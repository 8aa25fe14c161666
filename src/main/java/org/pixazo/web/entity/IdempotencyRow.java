package org.pixazo.web.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a request with an {@code Idempotency-Key} made. */
@Entity
@Table(name = "idempotency_keys")
public class IdempotencyRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "key")
    private String key;

    private String fingerprint;
    private String resource;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected IdempotencyRow() {}

    public IdempotencyRow(IdempotencyKey key, String resource, Instant now) {
        this.userId = key.userId();
        this.key = key.key();
        this.fingerprint = key.fingerprint();
        this.resource = resource;
        this.createdAt = now;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public String resource() {
        return resource;
    }
}
