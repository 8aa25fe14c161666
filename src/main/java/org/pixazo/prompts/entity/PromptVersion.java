package org.pixazo.prompts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a prompt was after one save. Never changes. */
@Entity
@Table(name = "prompt_versions")
public class PromptVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "prompt_id")
    private long promptId;

    private long number;
    private String title;
    private String content;

    /** A JSON array of strings. */
    private String tags;

    private String description;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected PromptVersion() {}

    /** @param prompt as it was just saved, with its id */
    public PromptVersion(Prompt prompt) {
        promptId = prompt.id();
        number = prompt.saved();
        title = prompt.title();
        content = prompt.content();
        tags = JsonMapper.shared().writeValueAsString(prompt.tags());
        description = prompt.description();
        createdAt = prompt.updatedAt();
    }

    public long id() {
        return id;
    }

    /** Counts from 1. */
    public long number() {
        return number;
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

    public Instant createdAt() {
        return createdAt;
    }

    /** This version's words, in the present place. */
    public PromptFields over(PromptFields present) {
        return new PromptFields(title, content, tags(), present.workspaceId(), description, present.favourite());
    }
}
