package org.pixazo.providers.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** All chat providers by their ids. */
@ApplicationScoped
public class ChatProviders {

    @Inject
    @Any
    Instance<ChatProvider> all;

    /** @throws IllegalArgumentException where the catalogue names a provider that does not exist */
    public ChatProvider get(String id) {
        return all.stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no chat provider " + id));
    }
}
