package org.pixazo.providers.control;

import java.time.Duration;
import java.util.List;
import org.pixazo.providers.entity.ChatCompletion;

/** Delivers a finished text word by word. The pauses are timers, so a thousand streams hold no thread. */
final class WordStream implements ChatCall {

    private final List<String> words;
    private final ChatCompletion completion;
    private final ListenerGate listener;
    private final Timers timers;
    private final Duration pause;
    private final CancelSignal signal = new CancelSignal();

    WordStream(String text, ChatCompletion completion, ListenerGate listener, Timers timers, Duration pause) {
        this.words = List.of(text.split("(?<=\\s)(?=\\S)"));
        this.completion = completion;
        this.listener = listener;
        this.timers = timers;
        this.pause = pause;
    }

    WordStream start() {
        deliverLater(0);
        return this;
    }

    @Override
    public void cancel() {
        listener.close();
        signal.cancel();
    }

    private void deliverLater(int index) {
        var timer = timers.after(pause, () -> deliver(index));
        signal.abortBy(() -> timer.cancel(false));
    }

    private void deliver(int index) {
        if (index == words.size()) {
            listener.complete(completion);
            return;
        }
        listener.delta(words.get(index));
        if (!signal.isCancelled()) {
            deliverLater(index + 1);
        }
    }
}
