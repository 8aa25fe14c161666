package org.pixazo.gateway.entity;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * A list of models as OpenAI's {@code ListModelsResponse} schema has it.
 *
 * @param object always {@code list}
 * @param data each id once
 */
public record OpenAiModels(@NotNull String object, @NotNull List<OpenAiModel> data) {

    public static OpenAiModels of(List<OpenAiModel> models) {
        return new OpenAiModels("list", models);
    }
}
