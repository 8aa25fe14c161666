package org.pixazo.chats.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatFields;
import org.pixazo.chats.entity.ChatFilter;
import org.pixazo.web.control.Bodies;
import org.pixazo.web.control.ListLength;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;

/**
 * The chats of a workspace, with the dialogs that rename and delete one. A dialog sends the id of its chat along, so that
 * it never acts on another one than it shows.
 */
@Named
@RequestScoped
public class ChatsBacking {

    private static final String NEW_CHAT = "New chat";

    @Inject
    CurrentCaller caller;

    @Inject
    ChatService chats;

    @Inject
    Bodies bodies;

    @Inject
    ExternalContext external;

    @Inject
    @RequestParameterMap
    Map<String, String> parameters;

    @Inject
    ListLength length;

    private List<Chat> list;
    private boolean more;
    private Long id;
    private String name;

    /**
     * The chats of the page's workspace, the pinned ones first, then newest first; asked for once a request, and anew after a
     * change. The page shows those that are put away where it is asked to.
     */
    public List<Chat> in(long workspaceId) {
        if (list == null) {
            List<Page<Chat>> pages = Stream.of(true, false)
                    .map(pinned -> new ChatFilter(pinned, isArchived(), null))
                    .map(filter -> chats.list(caller.get().userId(), workspaceId, filter, length.rows()))
                    .toList();
            list = pages.stream().flatMap(page -> page.items().stream()).toList();
            more = pages.stream().anyMatch(page -> page.nextCursor() != null);
        }
        return list;
    }

    /** Whether there are more chats in the page's workspace than {@link #in} gives. */
    public boolean hasMore(long workspaceId) {
        in(workspaceId);
        return more;
    }

    /** Whether the chats are shown that are put away. */
    public boolean isArchived() {
        return Boolean.parseBoolean(parameters.get("archived"));
    }

    /** Makes a chat, which names itself by what is said first, and opens it. */
    public void create(long workspaceId) throws IOException {
        Chat chat = chats.create(caller.get().userId(), workspaceId, ChatFields.unnamed(NEW_CHAT));
        external.redirect(external.getRequestContextPath() + "/chat?id=" + chat.id());
    }

    /** Shows a chat in the dialogs. */
    public void edit(long chosen) {
        Chat chat = chats.get(caller.get().userId(), chosen);
        id = chat.id();
        name = chat.name();
    }

    public void rename() {
        chats.change(caller.get().userId(), id, IfMatch.ANY, present -> bodies.valid(present.renamed(name)));
        list = null;
    }

    public void remove() {
        chats.remove(caller.get().userId(), id, IfMatch.ANY);
        list = null;
    }

    /** The chat that a dialog is about. */
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
