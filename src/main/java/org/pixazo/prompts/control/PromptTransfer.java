package org.pixazo.prompts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.prompts.entity.PromptFile;
import org.pixazo.prompts.entity.PromptsChanged;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.Bodies;
import org.pixazo.web.control.IdempotencyKeys;
import org.pixazo.web.control.Json;
import org.pixazo.web.control.JsonShape;
import org.pixazo.web.entity.IdempotencyKey;
import tools.jackson.databind.JsonNode;

/** Carries a library out as a file and in again, all or nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PromptTransfer {

    @PersistenceContext
    EntityManager em;

    @Inject
    PromptRepository prompts;

    @Inject
    Duplicates duplicates;

    @Inject
    Bodies bodies;

    @Inject
    IdempotencyKeys idempotency;

    @Inject
    Event<PromptsChanged> changed;

    /**
     * What an import made.
     *
     * @param imported how many prompts
     * @param ids of them, in the order of the file
     * @param duplicates those of them whose content was in the library before, or stands in the file before them
     */
    public record Imported(int imported, List<Long> ids, List<Long> duplicates) {}

    /** All prompts of a user. */
    public PromptFile export(long userId) {
        return PromptFile.of(prompts.all(userId), Timestamps.now());
    }

    /** The same as the JSON that Open WebUI reads. */
    public String exportForOpenWebUi(long userId) {
        return Json.write(OpenWebUiPrompts.write(prompts.all(userId)));
    }

    /**
     * Reads a file of ours or of Open WebUI.
     *
     * @throws InvalidInputException saying what the file is where it is no library, or naming what is wrong in it
     */
    public PromptFile read(JsonNode tree) {
        if (OpenWebUiPrompts.holds(tree)) {
            return bodies.valid(OpenWebUiPrompts.read(tree));
        }
        if (!tree.path("format").asStringOpt().filter(PromptFile.FORMAT::equals).isPresent()) {
            throw InvalidInputException.malformed(
                    "An export of prompts is needed, {\"format\":\"" + PromptFile.FORMAT
                            + "\",\"version\":1,…}, or Open WebUI's; this is " + JsonShape.of(tree) + ".",
                    null);
        }
        PromptFile file = Json.convertKnown(tree, PromptFile.class);
        if (file.version() == null || file.version() != PromptFile.VERSION) {
            throw new InvalidInputException("version", "must be " + PromptFile.VERSION);
        }
        return bodies.valid(file);
    }

    /** Stores the prompts of a file; they belong to no workspace. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Imported add(long userId, PromptFile file, Optional<IdempotencyKey> key) {
        Optional<String> before = key.flatMap(idempotency::find);
        if (before.isPresent()) {
            return Json.mapper().readValue(before.get(), Imported.class);
        }
        Instant now = Timestamps.now();
        List<Long> ids = new ArrayList<>();
        List<Long> known = new ArrayList<>();
        duplicates.complete(userId);
        for (int i = 0; i < file.prompts().size(); i++) {
            PromptFile.Item item = file.prompts().get(i);
            Instant created = Timestamps.kept("prompts[" + i + "].created_at", item.createdAt(), now);
            Prompt prompt = new Prompt(userId, item.fields(), created, now);
            boolean duplicate = duplicates.has(userId, prompt.contentKey());
            // One by one, so that the ids follow the order of the file; cleared, so that this stays cheap for many.
            prompts.store(prompt);
            em.flush();
            em.clear();
            ids.add(prompt.id());
            if (duplicate) {
                known.add(prompt.id());
            }
        }
        changed.fire(new PromptsChanged(userId));
        Imported imported = new Imported(ids.size(), ids, known);
        key.ifPresent(found -> idempotency.remember(found, Json.write(imported)));
        return imported;
    }
}
