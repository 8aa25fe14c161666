package org.pixazo.chats.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.Chat;
import org.pixazo.web.control.PageId;
import org.pixazo.workspaces.entity.Workspace;

/** The chat that a page is about. The conversation itself comes from the REST API: it lives, and the page only frames it. */
@Named
@RequestScoped
public class ChatBacking {

    @Inject
    CurrentCaller caller;

    @Inject
    ChatService chats;

    @Inject
    @RequestParameterMap
    Map<String, String> parameters;

    private Chat chat;

    /** Answers 404 before anything of the page is written. */
    public void load() {
        getChat();
    }

    /** @throws org.pixazo.errors.entity.NotFoundException where the caller has no such chat */
    public Chat getChat() {
        if (chat == null) {
            chat = chats.get(caller.get().userId(), getId());
        }
        return chat;
    }

    public Workspace getWorkspace() {
        return chats.workspace(caller.get().userId(), getChat());
    }

    public long getId() {
        return PageId.of(parameters);
    }
}
