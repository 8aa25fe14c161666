package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.pixazo.prompts.control.PromptRepository;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.schema.control.WordSearch;
import org.pixazo.telegram.entity.Button;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** Shows saved prompts. */
@ApplicationScoped
public class Library {

    private static final int PAGE = 6;

    @Inject
    PromptRepository prompts;

    /** @param after id of the last prompt of the page before; 0 for the first page */
    void show(Exchange exchange, String words, long after) {
        Page<Prompt> page = prompts.list(
                exchange.userId(),
                new PromptRepository.Filter(WordSearch.of(words.isBlank() ? null : words), null, null),
                new PageRequest(PAGE, after == 0 ? null : after));
        if (page.items().isEmpty()) {
            exchange.say(exchange.text("prompts.none"));
            return;
        }
        List<List<Button>> rows = new ArrayList<>();
        page.items().forEach(prompt -> rows.add(List.of(Button.of(prompt.title(), "prompt:" + prompt.id()))));
        if (page.nextCursor() != null && words.isBlank()) {
            long last = page.items().get(page.items().size() - 1).id();
            rows.add(List.of(Button.of(exchange.text("button.next"), "prompts:" + last)));
        }
        exchange.say(exchange.text("prompts"), rows);
    }

    /** Shows one prompt and what can be done with it. */
    void open(Exchange exchange, long id) {
        Prompt prompt = prompts.get(exchange.userId(), id);
        MessageSplitter.Piece first = MessageSplitter.split(prompt.content()).get(0);
        exchange.say(
                first.text(),
                List.of(List.of(
                        Button.of(exchange.text("button.ask"), "ask:" + id),
                        Button.of(exchange.text("button.draw"), "paint:" + id))));
    }
}
