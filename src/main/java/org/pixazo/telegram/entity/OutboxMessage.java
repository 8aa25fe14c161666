package org.pixazo.telegram.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A message that Telegram does not have yet, as far as is known. */
@Entity
@Table(name = "telegram_queue")
public class OutboxMessage {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "telegram_chat_id")
    private long telegramChatId;

    private String body;
    private boolean sending;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected OutboxMessage() {}

    public OutboxMessage(long telegramChatId, String body, Instant now) {
        this.telegramChatId = telegramChatId;
        this.body = body;
        this.createdAt = now;
    }

    public long id() {
        return id;
    }

    /** {@link Outgoing} as JSON. */
    public String body() {
        return body;
    }

    /** Whether its last byte was about to leave, so that Telegram may have it. */
    public boolean sending() {
        return sending;
    }
}
