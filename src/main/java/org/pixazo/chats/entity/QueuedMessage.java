package org.pixazo.chats.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** Something said while an answer was under way. It becomes a message when its turn comes, and is gone then. */
@Entity
@Table(name = "queued_messages")
public class QueuedMessage {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "chat_id")
    private long chatId;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "key_id")
    private Long keyId;

    private String channel;
    private String content;
    private String model;
    private String error;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected QueuedMessage() {}

    /**
     * @param keyId id of the API key that said it; null for a session
     * @param channel by which it came
     * @param model catalogue id; null for the chat's own
     */
    public QueuedMessage(
            long chatId, long userId, Long keyId, String channel, String content, String model, Instant now) {
        this.chatId = chatId;
        this.userId = userId;
        this.keyId = keyId;
        this.channel = channel;
        this.content = content;
        this.model = model;
        this.createdAt = now;
    }

    public void change(String given) {
        content = given;
        error = null;
    }

    public long id() {
        return id;
    }

    public long chatId() {
        return chatId;
    }

    public long userId() {
        return userId;
    }

    public Long keyId() {
        return keyId;
    }

    public String channel() {
        return channel;
    }

    public String content() {
        return content;
    }

    public String model() {
        return model;
    }

    /** Why it waits for a person; null where it waits for its turn only. */
    public String error() {
        return error;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
