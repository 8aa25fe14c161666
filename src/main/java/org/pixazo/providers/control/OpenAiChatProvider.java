package org.pixazo.providers.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pixazo.providers.entity.ChatRequest;
import org.pixazo.providers.entity.RetryLimits;

/** The text upstream: xAI's Grok, or any other server that speaks OpenAI's chat completions. */
@ApplicationScoped
public class OpenAiChatProvider implements ChatProvider {

    @Inject
    UpstreamHttp http;

    private OpenAiChatClient client;

    @PostConstruct
    void open() {
        client = new OpenAiChatClient(http.client(http.timeouts()), http.retry(RetryLimits.DEFAULTS));
    }

    @Override
    public String id() {
        return "grok";
    }

    @Override
    public ChatCall stream(ChatRequest request, ChatListener listener) {
        return client.stream(request, listener);
    }
}
