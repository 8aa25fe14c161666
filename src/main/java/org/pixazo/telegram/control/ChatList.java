package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.Chat;
import org.pixazo.telegram.entity.Button;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** Shows the chats of a person, from wherever they began. */
@ApplicationScoped
public class ChatList {

    private static final int PAGE = 8;

    @Inject
    ChatService chats;

    @Inject
    Places places;

    /** @param after id of the last chat of the page before; 0 for the first page */
    void show(Exchange exchange, long after) {
        Page<Chat> page = chats.list(exchange.userId(), new PageRequest(PAGE, after == 0 ? null : after));
        if (page.items().isEmpty()) {
            exchange.say(exchange.text("chats.none"));
            return;
        }
        long present = places.chat(exchange.spot().chatId(), exchange.userId())
                .map(Chat::id)
                .orElse(0L);
        List<List<Button>> rows = new ArrayList<>();
        page.items()
                .forEach(chat -> rows.add(
                        List.of(Button.of((chat.id() == present ? "✓ " : "") + chat.name(), "chat:" + chat.id()))));
        if (page.nextCursor() != null) {
            long last = page.items().get(page.items().size() - 1).id();
            rows.add(List.of(Button.of(exchange.text("button.next"), "chats:" + last)));
        }
        exchange.say(exchange.text("chats"), rows);
    }
}
