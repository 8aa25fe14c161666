package org.pixazo.models.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.pixazo.settings.entity.Settings;
import org.pixazo.web.control.Json;
import tools.jackson.core.type.TypeReference;

/**
 * How many tokens text models take at most, question and answer together: by the settings, else by what xAI publishes of
 * its models. Of others nothing is known.
 */
@ApplicationScoped
public class ContextWindows {

    @Inject
    Settings settings;

    private final Map<String, Integer> windows = new HashMap<>();

    @PostConstruct
    void read() {
        try (InputStream json = ContextWindows.class.getResourceAsStream("/org/pixazo/models/context-windows.json")) {
            windows.putAll(Json.mapper().readValue(json, new TypeReference<Map<String, Integer>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("The context windows of the WAR cannot be read", e);
        }
        settings.grokModelMap().forEach((id, upstreamName) -> {
            Integer window = windows.get(upstreamName);
            if (window == null) {
                windows.remove(id);
            } else {
                windows.put(id, window);
            }
        });
        windows.putAll(settings.contextWindows());
    }

    /** The window of a model by its catalogue id; empty where it is not known. */
    public OptionalInt of(String model) {
        Integer window = windows.get(model);
        return window == null ? OptionalInt.empty() : OptionalInt.of(window);
    }
}
