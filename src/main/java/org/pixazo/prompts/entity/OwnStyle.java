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
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A style that a user made, for the user alone or for all who see a workspace. */
@Entity
@Table(name = "styles")
public class OwnStyle {

    /** No style of the product has such a name. */
    private static final Pattern ID = Pattern.compile("own-(\\d{1,18})");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "workspace_id")
    private Long workspaceId;

    private String name;
    private String category;
    private String description;
    private String prompt;

    @Column(name = "negative_prompt")
    private String negativePrompt;

    @Column(name = "suggested_model")
    private String suggestedModel;

    /** A JSON array of strings. */
    private String suits;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected OwnStyle() {}

    public OwnStyle(long userId, StyleFields fields, Instant now) {
        this.userId = userId;
        this.createdAt = now;
        change(fields, now);
    }

    /** The row that an id in a request names; empty where it is not the id of somebody's own style. */
    public static OptionalLong row(String styleId) {
        Matcher own = ID.matcher(styleId);
        return own.matches() ? OptionalLong.of(Long.parseLong(own.group(1))) : OptionalLong.empty();
    }

    public final void change(StyleFields fields, Instant now) {
        name = fields.name().strip();
        category = fields.category().strip();
        description = fields.description().strip();
        prompt = fields.prompt().strip();
        negativePrompt = fields.negativePrompt().strip();
        suggestedModel = fields.suggestedModel();
        suits = JsonMapper.shared()
                .writeValueAsString(fields.suits().stream().map(String::strip).toList());
        workspaceId = fields.workspaceId();
        updatedAt = now;
    }

    public boolean belongsTo(long someUserId) {
        return userId == someUserId;
    }

    /** The same as all other styles are. */
    public Style style() {
        return new Style("own-" + id, name, category, description, prompt, negativePrompt, suggestedModel, subjects());
    }

    public StyleFields fields() {
        return new StyleFields(
                name, category, description, prompt, negativePrompt, suggestedModel, subjects(), workspaceId);
    }

    public long id() {
        return id;
    }

    /** The workspace with which it is shared; null for a personal one. */
    public Long workspaceId() {
        return workspaceId;
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

    private List<String> subjects() {
        return List.of(JsonMapper.shared().readValue(suits, String[].class));
    }
}
