package org.pixazo.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A user's own key for an upstream, sealed. It goes in and never comes out again but to the upstream. */
@Entity
@Table(name = "credentials")
public class Credential {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "user_id")
    private long userId;

    private String provider;

    @Column(name = "sealed_key")
    private String sealedKey;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected Credential() {}

    /** @param provider {@code grok} or {@code pixazo} */
    public Credential(long userId, String provider, String sealedKey, Instant now) {
        this.userId = userId;
        this.provider = provider;
        this.sealedKey = sealedKey;
        this.updatedAt = now;
    }

    public void replace(String newSealedKey, Instant now) {
        sealedKey = newSealedKey;
        updatedAt = now;
    }

    public String provider() {
        return provider;
    }

    public String sealedKey() {
        return sealedKey;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
