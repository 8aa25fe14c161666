package org.pixazo.prompts.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.pixazo.prompts.entity.Style;
import org.pixazo.web.control.Json;

/** The styles of the product, in the order in which they are shown. Data, in {@code styles.json}. */
@ApplicationScoped
public class BuiltInStyles {

    private static final String RESOURCE = "/org/pixazo/prompts/styles.json";

    private List<Style> styles;

    @PostConstruct
    void read() {
        try (InputStream json = BuiltInStyles.class.getResourceAsStream(RESOURCE)) {
            styles = List.of(Json.mapper().readValue(json, Style[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("The styles of the WAR cannot be read", e);
        }
    }

    public List<Style> all() {
        return styles;
    }

    public Optional<Style> find(String id) {
        return styles.stream().filter(style -> style.id().equals(id)).findFirst();
    }
}
