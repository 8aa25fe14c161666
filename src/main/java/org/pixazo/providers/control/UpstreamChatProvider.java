package org.pixazo.providers.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.pixazo.providers.entity.ChatRequest;
import org.pixazo.providers.entity.TextProtocol;
import org.pixazo.settings.entity.Settings;

/** The text upstreams of the settings: xAI's Grok, any server that speaks OpenAI's chat completions, the Grok-Api wrapper. */
@ApplicationScoped
public class UpstreamChatProvider implements ChatProvider {

    @Inject
    UpstreamHttp http;

    @Inject
    Settings settings;

    private TextChatClient client;

    @PostConstruct
    void open() {
        UpstreamClient upstreams = http.client(http.timeouts());
        client = new TextChatClient(
                upstreams,
                http.fallback(),
                Map.of(
                        TextProtocol.OPENAI, new OpenAiProtocol(upstreams),
                        TextProtocol.ASK, new AskProtocol(upstreams, settings.grokAskProxy())));
    }

    @Override
    public ChatCall stream(ChatRequest request, ChatListener listener) {
        return client.stream(request, listener);
    }
}
