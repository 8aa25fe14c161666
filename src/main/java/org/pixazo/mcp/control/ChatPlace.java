package org.pixazo.mcp.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.ChatFields;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.web.entity.PageRequest;
import org.pixazo.workspaces.control.WorkspaceService;
import org.pixazo.workspaces.entity.Workspace;
import org.pixazo.workspaces.entity.WorkspaceFields;

/** Finds the chat in which something is said, and makes a new one where none is named. */
@ApplicationScoped
class ChatPlace {

    private static final String WORKSPACE = "MCP";
    private static final int MOST_WORKSPACES = 100;
    private static final int LONGEST_NAME = 60;

    @Inject
    ChatService chats;

    @Inject
    WorkspaceService workspaces;

    @Inject
    ModelCatalogue catalogue;

    /** @throws InvalidInputException naming the argument that is none of the caller's */
    long of(Caller caller, Chatting.SaidToModel said) {
        String argument = said.chatId() == null ? "workspace_id" : "chat_id";
        try {
            if (said.chatId() != null) {
                return chats.get(caller.userId(), said.chatId()).id();
            }
            if (said.model() != null) {
                // Before there is a chat that nobody answers in.
                catalogue.chooseText(caller.userId(), said.model());
            }
            long workspace = said.workspaceId() == null ? ownWorkspace(caller.userId()) : said.workspaceId();
            return chats.create(caller.userId(), workspace, ChatFields.named(name(said), null))
                    .id();
        } catch (NotFoundException absent) {
            throw new InvalidInputException(argument, "must be one of yours");
        }
    }

    private long ownWorkspace(long userId) {
        return workspaces.list(userId, new PageRequest(MOST_WORKSPACES, null)).items().stream()
                .filter(workspace -> workspace.fields().name().equals(WORKSPACE))
                .findFirst()
                .map(Workspace::id)
                .orElseGet(() -> workspaces
                        .create(
                                userId,
                                new WorkspaceFields(WORKSPACE, "Chats that assistants began over MCP.", null, null))
                        .id());
    }

    private static String name(Chatting.SaidToModel said) {
        if (said.name() != null && !said.name().isBlank()) {
            return said.name();
        }
        String line = said.message().strip().lines().findFirst().orElse(WORKSPACE);
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
    }
}
