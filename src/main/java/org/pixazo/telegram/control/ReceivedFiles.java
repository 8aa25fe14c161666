package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.pixazo.chats.control.ChatTransfer;
import org.pixazo.chats.control.ImportFile;
import org.pixazo.chats.entity.ImportReport;
import org.pixazo.prompts.control.PromptTransfer;
import org.pixazo.prompts.entity.PromptFile;
import org.pixazo.settings.entity.Settings;
import org.pixazo.telegram.entity.Button;
import org.pixazo.telegram.entity.Incoming;
import org.pixazo.web.control.Json;
import org.pixazo.web.entity.IdempotencyKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What people send as files: exports of chats and of prompts come in again; pictures are worked on. */
@ApplicationScoped
public class ReceivedFiles {

    private static final long LARGEST = 20_000_000;

    @Inject
    Settings settings;

    @Inject
    ChatTransfer chats;

    @Inject
    PromptTransfer prompts;

    @Inject
    Places places;

    @Inject
    Photos photos;

    /** @param words that stand below the file */
    CompletionStage<Void> received(BotClient bot, Exchange exchange, String words) {
        Incoming.Attachment file = exchange.incoming().attachment();
        if (file.bytes() != null && file.bytes() > LARGEST) {
            exchange.say(exchange.text(file.picture() ? "photo.tooLarge" : "import.tooLarge"));
        } else if (file.picture()) {
            photos.received(exchange, () -> bot.file(file.fileId()), words);
        } else {
            imported(exchange, bot.file(file.fileId()));
        }
        return Done.now();
    }

    private void imported(Exchange exchange, byte[] bytes) {
        JsonNode tree;
        try {
            tree = Json.mapper().readTree(bytes);
        } catch (JacksonException noJson) {
            exchange.say(exchange.text("import.notJson"));
            return;
        }
        Optional<IdempotencyKey> key = IdempotencyKey.of(
                exchange.userId(),
                exchange.idempotency("import"),
                "telegram",
                exchange.incoming().updateId());
        if (PromptFile.FORMAT.equals(tree.path("format").asString(""))) {
            int count = prompts.add(exchange.userId(), prompts.read(tree), key).imported();
            exchange.say(exchange.text("import.prompts", count));
            return;
        }
        ImportReport made;
        try (ImportFile file = ImportFile.of(new ByteArrayInputStream(bytes), settings)) {
            made = chats.add(exchange.userId(), places.workspace(exchange.userId()), file, key);
        }
        List<Long> ids = made.ids();
        if (!ids.isEmpty()) {
            places.goOnWith(exchange.spot().chatId(), exchange.userId(), ids.get(ids.size() - 1));
        }
        exchange.say(
                exchange.text("import.chats", made.imported(), made.messages()),
                List.of(List.of(Button.of(exchange.text("button.chats"), "chats:0"))));
    }
}
