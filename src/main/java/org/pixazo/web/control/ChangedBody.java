package org.pixazo.web.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pixazo.web.entity.Changes;
import tools.jackson.databind.node.ObjectNode;

/** Lays the changes of a {@code PUT} over the present state. */
@ApplicationScoped
public class ChangedBody {

    @Inject
    Bodies bodies;

    /**
     * @param current the present values of all fields that may be changed
     * @return the values after the change, validated as a whole
     * @throws org.pixazo.errors.entity.InvalidInputException naming unknown, mistyped and invalid fields
     */
    public <T extends Record> T of(T current, Changes changes) {
        ObjectNode merged = Json.mapper().valueToTree(current);
        merged.setAll(changes.given());
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) current.getClass();
        return bodies.valid(Json.convert(merged, type));
    }
}
