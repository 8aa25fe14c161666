package org.pixazo.providers.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pixazo.providers.entity.ChatRequest;

/** Who answers a chat. */
@ApplicationScoped
public class ChatProviders {

    @Inject
    UpstreamChatProvider upstreams;

    @Inject
    OfflineChatProvider offline;

    /** Asks an upstream of the request, or {@code offline} where it names none; see {@link ChatProvider#stream}. */
    public ChatCall stream(ChatRequest request, ChatListener listener) {
        ChatProvider provider = request.routes().isEmpty() ? offline : upstreams;
        return provider.stream(request, listener);
    }
}
