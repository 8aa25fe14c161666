package org.pixazo.chats.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a message said before it was edited in place. */
@Entity
@Table(name = "message_versions")
public class MessageVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "message_id")
    private long messageId;

    private String content;

    @Column(name = "written_at")
    private Instant writtenAt;

    /** For JPA. */
    protected MessageVersion() {}

    /** What a message says now, and will not any more. */
    public MessageVersion(Message message) {
        this.messageId = message.id();
        this.content = message.content();
        this.writtenAt = message.editedAt() == null ? message.createdAt() : message.editedAt();
    }

    public long id() {
        return id;
    }

    public String content() {
        return content;
    }

    /** When it was written. */
    public Instant writtenAt() {
        return writtenAt;
    }
}
