package org.pixazo.providers.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.pixazo.providers.entity.ChatCompletion;
import org.pixazo.providers.entity.ChatRequest;

/**
 * The text model {@code offline}, there without any upstream: rules that expand and explain image prompts. It says in
 * its answers that it is no AI model.
 */
@ApplicationScoped
public class OfflineChatProvider implements ChatProvider {

    private static final Duration PAUSE = Duration.ofMillis(15);

    @Inject
    UpstreamHttp threads;

    @Inject
    PromptRules rules;

    @Override
    public ChatCall stream(ChatRequest request, ChatListener listener) {
        return stream(request, listener, rules, threads.timers(), PAUSE);
    }

    static ChatCall stream(
            ChatRequest request, ChatListener listener, PromptRules rules, Timers timers, Duration pause) {
        String answer = new OfflineAnswer(rules).to(request.turns());
        ChatCompletion completion = new ChatCompletion("stop", TokenEstimate.of(request.turns(), answer.length()));
        return new WordStream(answer, completion, new ListenerGate(listener), timers, pause).start();
    }
}
