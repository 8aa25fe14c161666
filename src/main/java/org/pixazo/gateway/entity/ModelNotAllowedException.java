package org.pixazo.gateway.entity;

import org.pixazo.errors.entity.ForbiddenException;

/** The key does not open the model that the request names (403). */
public class ModelNotAllowedException extends ForbiddenException {

    public ModelNotAllowedException(String model) {
        super("This API key may not use the model '" + model + "'. GET /v1/models lists what it may use.");
    }
}
