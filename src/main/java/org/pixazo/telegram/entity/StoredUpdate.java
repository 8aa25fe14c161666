package org.pixazo.telegram.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that Telegram sent. Stored before it is acknowledged, handled once. */
@Entity
@Table(name = "telegram_updates")
public class StoredUpdate {

    @Id
    @Column(name = "update_id")
    private Long updateId;

    @Column(name = "chat_id")
    private long chatId;

    private String body;
    private boolean handled;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected StoredUpdate() {}

    public StoredUpdate(long updateId, long chatId, String body, Instant now) {
        this.updateId = updateId;
        this.chatId = chatId;
        this.body = body;
        this.createdAt = now;
    }

    public long updateId() {
        return updateId;
    }

    public long chatId() {
        return chatId;
    }

    /** {@link Incoming} as JSON. */
    public String body() {
        return body;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
