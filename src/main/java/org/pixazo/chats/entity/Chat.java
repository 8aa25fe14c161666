package org.pixazo.chats.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A conversation in a workspace. Its messages form a tree; {@link #currentMessageId()} is the tip of the branch that is
 * shown and continued.
 */
@Entity
@Table(name = "chats")
public class Chat {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "workspace_id")
    private long workspaceId;

    private String name;
    private String model;

    @Column(name = "current_message_id")
    private Long currentMessageId;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected Chat() {}

    public Chat(long workspaceId, ChatFields fields, Instant createdAt, Instant updatedAt) {
        this.workspaceId = workspaceId;
        this.createdAt = createdAt;
        change(fields, updatedAt);
    }

    public final void change(ChatFields fields, Instant now) {
        name = fields.name().strip();
        model = fields.model();
        updatedAt = now;
    }

    public long id() {
        return id;
    }

    public long workspaceId() {
        return workspaceId;
    }

    public String name() {
        return name;
    }

    /** Catalogue id of the text model that answers in here; null for the workspace's default. */
    public String model() {
        return model;
    }

    /** Id of the newest message of the shown branch; null while the chat is empty. */
    public Long currentMessageId() {
        return currentMessageId;
    }

    public ChatFields fields() {
        return new ChatFields(name, model);
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
