package org.pixazo.prompts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.prompts.entity.OwnStyle;
import org.pixazo.prompts.entity.StyleFields;
import org.pixazo.prompts.entity.StyleFile;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.Bodies;
import org.pixazo.web.control.IdempotencyKeys;
import org.pixazo.web.control.Json;
import org.pixazo.web.control.JsonShape;
import org.pixazo.web.entity.IdempotencyKey;
import tools.jackson.databind.JsonNode;

/** Carries a user's styles out as a file and in again, all or nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class StyleTransfer {

    @PersistenceContext
    EntityManager em;

    @Inject
    StyleRepository styles;

    @Inject
    Bodies bodies;

    @Inject
    IdempotencyKeys idempotency;

    /**
     * What an import made.
     *
     * @param imported how many styles
     * @param ids of them, in the order of the file
     */
    public record ImportedStyles(int imported, List<String> ids) {}

    /** All styles that a user made. */
    public StyleFile export(long userId) {
        return StyleFile.of(styles.of(userId), Timestamps.now());
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException saying what the file is where it holds no styles, or naming what is wrong in it
     */
    public StyleFile read(JsonNode tree) {
        if (!tree.path("format").asStringOpt().filter(StyleFile.FORMAT::equals).isPresent()) {
            throw InvalidInputException.malformed(
                    "An export of styles is needed, {\"format\":\"" + StyleFile.FORMAT + "\",\"version\":1,…}; this is "
                            + JsonShape.of(tree) + ".",
                    null);
        }
        StyleFile file = Json.convertKnown(tree, StyleFile.class);
        if (file.version() == null || file.version() != StyleFile.VERSION) {
            throw new InvalidInputException("version", "must be " + StyleFile.VERSION);
        }
        return bodies.valid(file);
    }

    /** Stores the styles of a file as personal ones. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ImportedStyles add(long userId, StyleFile file, Optional<IdempotencyKey> key) {
        Optional<String> before = key.flatMap(idempotency::find);
        if (before.isPresent()) {
            return Json.mapper().readValue(before.get(), ImportedStyles.class);
        }
        styles.checkRoom(userId, file.styles().size());
        List<String> ids = new ArrayList<>();
        for (StyleFields fields : file.styles()) {
            OwnStyle style = new OwnStyle(userId, StyleFile.personal(fields), Timestamps.now());
            em.persist(style);
            em.flush();
            ids.add(style.style().id());
        }
        ImportedStyles imported = new ImportedStyles(ids.size(), ids);
        key.ifPresent(found -> idempotency.remember(found, Json.write(imported)));
        return imported;
    }
}
