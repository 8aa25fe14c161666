package org.pixazo.prompts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pixazo.accounts.entity.ProfileChanged;
import org.pixazo.errors.entity.InvalidInputException;

/** Refuses a profile whose default style does not exist. */
@ApplicationScoped
public class DefaultStyleCheck {

    @Inject
    Styles styles;

    /** @throws InvalidInputException naming {@code default_style} */
    void profileChanges(@Observes ProfileChanged event) {
        String style = event.after().defaultStyle();
        if (style != null
                && !style.isBlank()
                && !style.equals(event.before().defaultStyle())
                && styles.find(event.userId(), style).isEmpty()) {
            throw new InvalidInputException("default_style", "must be one of GET /api/styles; '" + style + "' is not");
        }
    }
}
