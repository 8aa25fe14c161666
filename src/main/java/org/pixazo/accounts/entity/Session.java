package org.pixazo.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A login of a browser. It lives in the database, so that it outlasts a restart and serves every node; only the hash of
 * its token is kept. It ends at logout, at a password change, and when it expires.
 */
@Entity
@Table(name = "sessions")
public class Session {

    /** How long a login lasts. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA. */
    protected Session() {}

    public Session(long userId, String tokenHash, Instant now) {
        this.userId = userId;
        this.tokenHash = tokenHash;
        this.createdAt = now;
        this.expiresAt = now.plus(LIFETIME);
    }

    public long userId() {
        return userId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean validAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
