package org.pixazo.mcp.control;

import java.util.Locale;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.ExportedMessage;

/** A chat to read. */
final class ChatMarkdown {

    private ChatMarkdown() {}

    static String of(ChatContent chat) {
        StringBuilder text = new StringBuilder("# ").append(chat.name().strip()).append('\n');
        for (ExportedMessage message : chat.messages()) {
            String role = message.role();
            text.append("\n## ")
                    .append(role.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(role.substring(1))
                    .append(message.model() == null ? "" : " (" + message.model() + ")")
                    .append("\n\n")
                    .append(message.content().strip())
                    .append('\n');
        }
        return text.toString();
    }
}
