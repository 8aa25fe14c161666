package org.pixazo.prompts.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.prompts.entity.Style;
import org.pixazo.prompts.entity.StyledPrompt;
import org.pixazo.web.control.Json;

/** The styles of the product, in the order in which they are shown. Data, in {@code styles.json}. */
@ApplicationScoped
public class Styles {

    private static final String RESOURCE = "/org/pixazo/prompts/styles.json";

    private List<Style> styles;

    @PostConstruct
    void read() {
        try (InputStream json = Styles.class.getResourceAsStream(RESOURCE)) {
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

    /**
     * The style that a request names.
     *
     * @param id null or blank for none
     * @throws InvalidInputException naming {@code style} where there is no such style
     */
    public Optional<Style> named(String id) {
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(find(id).orElseThrow(() ->
                new InvalidInputException("style", "must be one of GET /api/styles; '" + id + "' is not")));
    }

    /**
     * Gives a prompt the look of a style.
     *
     * @param styleId null or blank for none: the prompts stay as they are
     * @param negativePrompt may be null
     * @throws InvalidInputException naming {@code style} where there is no such style
     */
    public StyledPrompt apply(String styleId, String prompt, String negativePrompt) {
        return named(styleId)
                .map(style -> style.apply(prompt, negativePrompt))
                .orElseGet(() -> new StyledPrompt(prompt, negativePrompt));
    }
}
