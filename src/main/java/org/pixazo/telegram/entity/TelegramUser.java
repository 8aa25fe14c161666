package org.pixazo.telegram.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person on Telegram and the account that is behind. */
@Entity
@Table(name = "telegram_users")
public class TelegramUser {

    @Id
    @Column(name = "telegram_id")
    private Long telegramId;

    @Column(name = "user_id")
    private long userId;

    private String name;

    @Column(name = "own_account")
    private boolean ownAccount;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected TelegramUser() {}

    /** @param ownAccount whether the bot made the account for this person */
    public TelegramUser(long telegramId, long userId, String name, boolean ownAccount, Instant now) {
        this.telegramId = telegramId;
        this.userId = userId;
        this.name = name;
        this.ownAccount = ownAccount;
        this.createdAt = now;
    }

    /** Puts another account behind this person, at the person's own wish. */
    public void link(long newUserId) {
        userId = newUserId;
        ownAccount = false;
    }

    public long telegramId() {
        return telegramId;
    }

    public long userId() {
        return userId;
    }

    public String name() {
        return name;
    }

    /** Whether the bot made the account: nobody has a password for it. */
    public boolean ownAccount() {
        return ownAccount;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
