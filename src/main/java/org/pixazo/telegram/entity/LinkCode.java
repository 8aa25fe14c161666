package org.pixazo.telegram.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a person says to the bot to join an account, once and within some minutes. Each account has one at most. */
@Entity
@Table(name = "telegram_codes")
public class LinkCode {

    @Id
    @Column(name = "user_id")
    private Long userId;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA. */
    protected LinkCode() {}

    public LinkCode(long userId, String codeHash, Instant expiresAt) {
        this.userId = userId;
        this.codeHash = codeHash;
        this.expiresAt = expiresAt;
    }

    public long userId() {
        return userId;
    }

    public boolean validAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
