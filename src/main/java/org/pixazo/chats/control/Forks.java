package org.pixazo.chats.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.ExportedMessage;
import org.pixazo.chats.entity.ForkScope;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageStatus;

/** Makes a new chat of a part of another. */
@ApplicationScoped
public class Forks {

    private static final String MARK = " (fork)";
    private static final int LONGEST_NAME = 200;

    @Inject
    ChatService chats;

    @Inject
    MessageRepository messages;

    @Inject
    ChatStore store;

    /**
     * @param name of the new chat; null for the old one with a mark
     * @return the new chat, in the same workspace, which goes on from the message
     */
    public Chat fork(long userId, long chatId, long messageId, ForkScope scope, String name) {
        Chat chat = chats.get(userId, chatId);
        messages.get(chatId, messageId);
        BranchShape shape = BranchShape.of(messages.shape(chatId));
        Set<Long> kept = switch (scope) {
            case PATH -> new HashSet<>(shape.path(messageId));
            case BRANCHES -> shape.withBranches(messageId);
            case ALL -> shape.upTo(messageId);
        };
        List<Message> rows = messages.several(kept.stream().sorted().toList()).stream()
                .filter(message -> message.status() != MessageStatus.STREAMING || message.id() == messageId)
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .toList();
        Map<Long, Integer> indexes = new HashMap<>();
        List<ExportedMessage> copies = new ArrayList<>();
        for (Message message : rows) {
            int index = copies.size();
            int parent = message.parentId() == null ? -1 : indexes.getOrDefault(message.parentId(), -1);
            indexes.put(message.id(), index);
            copies.add(ExportedMessage.of(
                    message.role(),
                    message.content(),
                    message.model(),
                    message.status(),
                    message.createdAt(),
                    index,
                    parent));
        }
        ChatContent content = ChatContent.head(chat).with(copies, List.of(), indexes.get(messageId));
        long made = store.add(userId, chat.workspaceId(), ReadChat.whole(content, null), sha256 -> Optional.empty());
        return chats.rename(userId, made, name == null ? marked(chat.name()) : name);
    }

    private static String marked(String name) {
        int most = LONGEST_NAME - MARK.length();
        return (name.length() <= most ? name : name.substring(0, most)) + MARK;
    }
}
