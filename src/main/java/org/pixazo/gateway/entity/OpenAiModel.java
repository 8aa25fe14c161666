package org.pixazo.gateway.entity;

import jakarta.validation.constraints.NotNull;
import org.pixazo.models.entity.Model;

/**
 * A model as OpenAI's {@code Model} schema has it.
 *
 * @param id name in requests
 * @param object always {@code model}
 * @param created seconds since 1970
 * @param ownedBy who answers
 */
public record OpenAiModel(
        @NotNull String id,
        @NotNull String object,
        long created,
        @NotNull String ownedBy) {

    /** Catalogues do not tell when a model was made, and clients want one number that stays: 2026-01-01. */
    private static final long CREATED = 1_767_225_600;

    public static OpenAiModel of(Model model) {
        return new OpenAiModel(model.id(), "model", CREATED, model.provider());
    }
}
