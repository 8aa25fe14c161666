package org.pixazo.models.entity;

import org.pixazo.errors.entity.InvalidInputException;

/** A request names a model that the catalogue does not have (400, for the field {@code model}). */
public class UnknownModelException extends InvalidInputException {

    private final String model;

    /**
     * @param model the name as the client wrote it
     * @param kind of model that was asked for
     */
    public UnknownModelException(String model, ModelKind kind) {
        super("model", "must be one of GET /api/models?kind=" + kind.word() + "; '" + model + "' is not");
        this.model = model;
    }

    /** The name as the client wrote it. */
    public String model() {
        return model;
    }
}
