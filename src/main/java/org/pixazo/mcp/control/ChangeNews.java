package org.pixazo.mcp.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.pixazo.chats.entity.ChatChanged;
import org.pixazo.chats.entity.ChatsChanged;
import org.pixazo.images.entity.ImagesChanged;
import org.pixazo.mcp.entity.Change;
import org.pixazo.mcp.entity.ResourceUri;
import org.pixazo.prompts.entity.PromptsChanged;
import org.pixazo.workspaces.entity.WorkspaceDeleted;

/** Tells listening clients what changes on this server, once it is in the database. */
@ApplicationScoped
class ChangeNews {

    @Inject
    OpenStreams streams;

    void prompts(@Observes(during = TransactionPhase.AFTER_SUCCESS) PromptsChanged event) {
        streams.tell(event.userId(), Change.PROMPTS);
    }

    void images(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImagesChanged event) {
        streams.tell(event.userId(), Change.RESOURCES);
        event.ids().forEach(id -> streams.tell(event.userId(), Change.of(ResourceUri.image(id))));
    }

    void chats(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChatsChanged event) {
        streams.tell(event.userId(), Change.RESOURCES);
    }

    void chat(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChatChanged event) {
        streams.tellAll(Change.of(ResourceUri.chat(event.chatId())));
        streams.tellAll(Change.of(ResourceUri.chatJson(event.chatId())));
    }

    void workspace(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkspaceDeleted event) {
        streams.tell(event.userId(), Change.RESOURCES);
    }
}
