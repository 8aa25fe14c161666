package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.pixazo.chats.control.ChatExport;
import org.pixazo.chats.entity.Chat;
import org.pixazo.telegram.entity.Outgoing;

/** {@code /export}: sends the chat as the JSON document that an import takes. */
@ApplicationScoped
public class ExportCommand implements Command {

    @Inject
    Places places;

    @Inject
    ChatExport export;

    @Override
    public String name() {
        return "export";
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        Optional<Chat> chat = places.chat(exchange.spot().chatId(), exchange.userId());
        if (chat.isEmpty()) {
            exchange.say(exchange.text("export.empty"));
            return Done.now();
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        export.write(chat.get(), false, json);
        exchange.send(Outgoing.file(
                exchange.spot(),
                TelegramHtml.escape(exchange.text("export", chat.get().name())),
                json.toString(StandardCharsets.UTF_8),
                "pixazo-chat-" + chat.get().id() + ".json"));
        return Done.now();
    }
}
