package org.pixazo.chats.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.pixazo.schema.entity.InstantText;
import tools.jackson.databind.json.JsonMapper;

/**
 * A conversation in a workspace. Its messages form a tree; {@link #currentMessageId()} is the tip of the branch that is
 * shown and continued.
 */
@Entity
@Table(name = "chats")
public class Chat {

    /** How names of chats begin in files that were made here. */
    public static final String SOURCE = "pixazo:";

    private static final String NO_TAGS = "[]";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "workspace_id")
    private long workspaceId;

    private String name;
    private String model;

    @Column(name = "system_prompt")
    private String systemPrompt;

    private Double temperature;

    @Column(name = "max_tokens")
    private Integer maxTokens;

    /** A JSON array of strings. */
    private String tags;

    private boolean pinned;
    private boolean archived;

    @Column(name = "auto_title")
    private boolean autoTitle;

    @Column(name = "source_id")
    private String sourceId;

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

    /**
     * A chat from a file.
     *
     * @param sourceId what the file calls it; null where it does not
     */
    public static Chat imported(long workspaceId, ChatContent content, String sourceId) {
        Chat chat = new Chat(workspaceId, content.fields(), content.createdAt(), content.updatedAt());
        chat.sourceId = sourceId;
        return chat;
    }

    public final void change(ChatFields fields, Instant now) {
        name = fields.name().strip();
        model = fields.model();
        systemPrompt = fields.systemPrompt();
        temperature = fields.temperature();
        maxTokens = fields.maxTokens();
        List<String> given = fields.tags() == null ? List.of() : fields.tags();
        tags = JsonMapper.shared()
                .writeValueAsString(given.stream().map(String::strip).distinct().toList());
        pinned = Boolean.TRUE.equals(fields.pinned());
        archived = Boolean.TRUE.equals(fields.archived());
        autoTitle = Boolean.TRUE.equals(fields.autoTitle());
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

    /** What the model is told before everything else; null for the workspace's. */
    public String systemPrompt() {
        return systemPrompt;
    }

    /** 0 to 2; null for the model's own. */
    public Double temperature() {
        return temperature;
    }

    /** The most tokens that an answer may have; null for the model's own. */
    public Integer maxTokens() {
        return maxTokens;
    }

    public List<String> tags() {
        // Most have none, and lists have many chats.
        return tags.equals(NO_TAGS) ? List.of() : List.of(JsonMapper.shared().readValue(tags, String[].class));
    }

    public boolean pinned() {
        return pinned;
    }

    public boolean archived() {
        return archived;
    }

    /** Whether nobody has named it yet, so that it names itself by what is said first. */
    public boolean autoTitle() {
        return autoTitle;
    }

    /**
     * What names this chat in files, so that it does not come in twice: as the file called it that it came from, otherwise
     * by its id and the time when it was made, which no other has.
     */
    public String sourceId() {
        return sourceId == null ? SOURCE + id + "@" + InstantText.of(createdAt) : sourceId;
    }

    public ChatFields fields() {
        return new ChatFields(name, model, systemPrompt, temperature, maxTokens, tags(), pinned, archived, autoTitle);
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
