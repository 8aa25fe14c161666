package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixazo.chats.control.MessageRepository;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.prompts.control.PromptRepository;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.prompts.entity.PromptFields;
import org.pixazo.telegram.entity.Button;

/** {@code /save title: words}: puts a prompt into the library; without words, the last question or answer. */
@ApplicationScoped
public class SaveCommand implements Command {

    private static final Pattern TITLED = Pattern.compile("(?s)([^:\\n]{1,60}):\\s+(\\S.*)");
    private static final int LONGEST_TITLE = 60;

    @Inject
    PromptRepository prompts;

    @Inject
    Places places;

    @Inject
    MessageRepository messages;

    @Override
    public String name() {
        return "save";
    }

    @Override
    public int place() {
        return 6;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        String words = arguments.isBlank() ? lastQuestion(exchange).orElse("") : arguments;
        if (words.isBlank()) {
            exchange.say(exchange.text("save.usage"));
            return Done.now();
        }
        save(exchange, words);
        return Done.now();
    }

    /** Saves words, whose beginning is their title unless they name one before a colon. */
    void save(Exchange exchange, String words) {
        Matcher titled = TITLED.matcher(words);
        boolean named = titled.matches();
        String content = named ? titled.group(2).strip() : words.strip();
        String title = named ? titled.group(1).strip() : title(content);
        Prompt saved = prompts.create(
                exchange.userId(), new PromptFields(title, content, List.of("telegram"), null, null, null));
        exchange.say(
                exchange.text("saved", saved.title()),
                List.of(List.of(Button.of(exchange.text("button.prompts"), "prompts:0"))));
    }

    private Optional<String> lastQuestion(Exchange exchange) {
        return places.chat(exchange.spot().chatId(), exchange.userId())
                .filter(chat -> chat.currentMessageId() != null)
                .flatMap(chat -> messages.path(chat.currentMessageId()).stream()
                        .filter(step -> step.role() == MessageRole.USER)
                        .reduce((earlier, later) -> later)
                        .map(step -> messages.get(chat.id(), step.id()).content()));
    }

    private static String title(String content) {
        String line = content.lines().findFirst().orElse("");
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
