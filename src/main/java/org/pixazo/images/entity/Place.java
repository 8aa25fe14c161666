package org.pixazo.images.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Whose a job or a picture is, and where it belongs. Immutable. */
@Embeddable
public class Place {

    @Column(name = "user_id")
    private long userId;

    @Column(name = "workspace_id")
    private Long workspaceId;

    @Column(name = "chat_id")
    private Long chatId;

    /** For JPA. */
    protected Place() {}

    /**
     * @param workspaceId null for a picture outside of all workspaces
     * @param chatId null for a picture outside of all chats
     */
    public Place(long userId, Long workspaceId, Long chatId) {
        this.userId = userId;
        this.workspaceId = workspaceId;
        this.chatId = chatId;
    }

    public long userId() {
        return userId;
    }

    public Long workspaceId() {
        return workspaceId;
    }

    public Long chatId() {
        return chatId;
    }
}
