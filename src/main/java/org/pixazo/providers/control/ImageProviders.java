package org.pixazo.providers.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** All image providers by their ids. */
@ApplicationScoped
public class ImageProviders {

    @Inject
    @Any
    Instance<ImageProvider> all;

    /** @throws IllegalArgumentException where the catalogue names a provider that does not exist */
    public ImageProvider get(String id) {
        return all.stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no image provider " + id));
    }
}
