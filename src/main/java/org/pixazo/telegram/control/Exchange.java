package org.pixazo.telegram.control;

import java.util.ArrayList;
import java.util.List;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.telegram.entity.AwaitedWork;
import org.pixazo.telegram.entity.Button;
import org.pixazo.telegram.entity.Incoming;
import org.pixazo.telegram.entity.Outgoing;
import org.pixazo.telegram.entity.Spot;

/** One update and what comes of it; nothing of it is sent before the update is done. Used by one thread after the other. */
final class Exchange {

    private final Incoming incoming;
    private final Caller caller;
    private final Texts.Language language;
    private final List<Outgoing> messages = new ArrayList<>();
    private final List<AwaitedWork> awaited = new ArrayList<>();

    /** @param caller the account behind; null where there is none */
    Exchange(Incoming incoming, Caller caller, Texts.Language language) {
        this.incoming = incoming;
        this.caller = caller;
        this.language = language;
    }

    Incoming incoming() {
        return incoming;
    }

    Spot spot() {
        return incoming.spot();
    }

    Caller caller() {
        return caller;
    }

    long userId() {
        return caller.userId();
    }

    /** A text in the person's language. */
    String text(String key, Object... values) {
        return language.get(key, values);
    }

    /** Says something in plain words. */
    void say(String words) {
        say(words, List.of());
    }

    void say(String words, List<List<Button>> buttons) {
        messages.add(Outgoing.text(spot(), TelegramHtml.escape(words), words, buttons));
    }

    /** Says something with the markup of Markdown. */
    void sayMarkdown(String markdown, List<List<Button>> buttons) {
        messages.add(Outgoing.text(spot(), TelegramHtml.of(markdown), markdown, buttons));
    }

    void send(Outgoing message) {
        messages.add(message);
    }

    void await(AwaitedWork work) {
        awaited.add(work);
    }

    List<Outgoing> messages() {
        return messages;
    }

    List<AwaitedWork> awaited() {
        return awaited;
    }

    /** The name under which repeating the same update does not do the same again. */
    String idempotency(String what) {
        return "telegram-" + incoming.updateId() + "-" + what;
    }
}
