package org.pixazo.prompts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.prompts.entity.OwnStyle;
import org.pixazo.prompts.entity.Style;
import org.pixazo.prompts.entity.StyledPrompt;

/** The styles that a user can use: those of the product, then the user's own and those of the user's workspaces. */
@ApplicationScoped
public class Styles {

    @Inject
    BuiltInStyles builtIn;

    @Inject
    StyleRepository own;

    /** Those of the product in their order, then the others, oldest first. */
    public List<Style> all(long userId) {
        return Stream.concat(
                        builtIn.all().stream(),
                        own.visible(userId, null).stream().map(OwnStyle::style))
                .toList();
    }

    public Optional<Style> find(long userId, String id) {
        return builtIn.find(id).or(() -> own.find(userId, id).map(OwnStyle::style));
    }

    /**
     * The style that a request names.
     *
     * @param id null or blank for none
     * @throws InvalidInputException naming {@code style} where the user has no such style
     */
    public Optional<Style> named(long userId, String id) {
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(find(userId, id)
                .orElseThrow(() ->
                        new InvalidInputException("style", "must be one of GET /api/styles; '" + id + "' is not")));
    }

    /**
     * Gives a prompt the look of a style.
     *
     * @param styleId null or blank for none: the prompts stay as they are
     * @param negativePrompt may be null
     * @throws InvalidInputException naming {@code style} where the user has no such style
     */
    public StyledPrompt apply(long userId, String styleId, String prompt, String negativePrompt) {
        return named(userId, styleId)
                .map(style -> style.apply(prompt, negativePrompt))
                .orElseGet(() -> new StyledPrompt(prompt, negativePrompt));
    }
}
