package org.pixazo.prompts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A saved prompt of one user. It outlives the workspace in which it was put. */
@Entity
@Table(name = "prompts")
public class Prompt {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "workspace_id")
    private Long workspaceId;

    private String title;
    private String content;

    private String description;

    /** A JSON array of strings. */
    private String tags;

    private boolean favourite;
    private long uses;

    @Column(name = "used_at")
    private Instant usedAt;

    private long saved;

    @Column(name = "content_key")
    private String contentKey;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected Prompt() {}

    /** @param createdAt now, or when an imported prompt was made */
    public Prompt(long userId, PromptFields fields, Instant createdAt, Instant now) {
        this.userId = userId;
        this.createdAt = createdAt;
        change(fields, now);
    }

    /** @return whether it says something else than before, which makes a new version */
    public final boolean change(PromptFields fields, Instant now) {
        boolean saysElse = saved == 0 || !fields.saysTheSameAs(fields());
        title = fields.title().strip();
        content = fields.content();
        description = fields.description();
        tags = JsonMapper.shared()
                .writeValueAsString(fields.tags().stream().map(String::strip).toList());
        workspaceId = fields.workspaceId();
        favourite = fields.favourite();
        contentKey = ContentKey.of(content);
        updatedAt = now;
        if (saysElse) {
            saved++;
        }
        return saysElse;
    }

    public boolean belongsTo(long someUserId) {
        return userId == someUserId;
    }

    public long id() {
        return id;
    }

    /** Null for a prompt outside of all workspaces. */
    public Long workspaceId() {
        return workspaceId;
    }

    public String title() {
        return title;
    }

    public String content() {
        return content;
    }

    public List<String> tags() {
        return List.of(JsonMapper.shared().readValue(tags, String[].class));
    }

    /** Null for none. */
    public String description() {
        return description;
    }

    public boolean favourite() {
        return favourite;
    }

    /** How often it was put to use. */
    public long uses() {
        return uses;
    }

    /** Null for a prompt that was not used yet. */
    public Instant usedAt() {
        return usedAt;
    }

    /** Number of the newest version, the first one being 1. */
    public long saved() {
        return saved;
    }

    /** Prompts with the same key have the same content, see {@link ContentKey}. */
    public String contentKey() {
        return contentKey;
    }

    public PromptFields fields() {
        return new PromptFields(title, content, tags(), workspaceId, description, favourite);
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
