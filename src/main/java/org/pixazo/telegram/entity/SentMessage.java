package org.pixazo.telegram.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A message on Telegram that is edited when there is more to say about the same. */
@Entity
@Table(name = "telegram_messages")
public class SentMessage {

    @Id
    private String about;

    @Column(name = "message_id")
    private int messageId;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected SentMessage() {}

    public SentMessage(String about, int messageId, Instant now) {
        this.about = about;
        this.messageId = messageId;
        this.createdAt = now;
    }

    public int messageId() {
        return messageId;
    }
}
