package org.pixazo.workspaces.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A container of chats and images that belongs to one user. */
@Entity
@Table(name = "workspaces")
public class Workspace {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "user_id")
    private long userId;

    private String name;
    private String description;
    private String model;

    @Column(name = "system_prompt")
    private String systemPrompt;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected Workspace() {}

    public Workspace(long userId, WorkspaceFields fields, Instant now) {
        this.userId = userId;
        this.createdAt = now;
        change(fields, now);
    }

    public final void change(WorkspaceFields fields, Instant now) {
        name = fields.name().strip();
        description = fields.description();
        model = fields.model();
        systemPrompt = fields.systemPrompt();
        updatedAt = now;
    }

    public boolean belongsTo(long someUserId) {
        return userId == someUserId;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** Catalogue id of the text model that chats in here use by default; null for the user's own default. */
    public String model() {
        return model;
    }

    /** What models are told before everything else in chats that have none of their own; null for nothing. */
    public String systemPrompt() {
        return systemPrompt;
    }

    public WorkspaceFields fields() {
        return new WorkspaceFields(name, description, model, systemPrompt);
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
