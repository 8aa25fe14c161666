package org.pixazo.chats.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.Chat;
import org.pixazo.workspaces.entity.Workspace;

/** The chat that a page is about. The conversation itself comes from the REST API: it lives, and the page only frames it. */
@Named
@RequestScoped
public class ChatBacking {

    @Inject
    CurrentCaller caller;

    @Inject
    ChatService chats;

    private Long id;
    private Chat chat;
    private Workspace workspace;

    /** @throws org.pixazo.errors.entity.NotFoundException where the caller has no such chat */
    public void load() {
        long userId = caller.get().userId();
        chat = chats.get(userId, id == null ? 0 : id);
        workspace = chats.workspace(userId, chat);
    }

    public Chat getChat() {
        return chat;
    }

    public Workspace getWorkspace() {
        return workspace;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
