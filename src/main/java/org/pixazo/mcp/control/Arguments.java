package org.pixazo.mcp.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.Model;
import org.pixazo.models.entity.ModelKind;
import org.pixazo.prompts.control.Styles;
import org.pixazo.prompts.entity.Style;
import org.pixazo.web.control.Bodies;
import org.pixazo.web.control.Json;
import org.pixazo.web.entity.PageRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what tools are given, and knows the choices that are open to a caller. */
@ApplicationScoped
class Arguments {

    @Inject
    Bodies bodies;

    @Inject
    ModelCatalogue catalogue;

    @Inject
    Styles styles;

    /** @throws InvalidInputException naming every argument that does not fit */
    <T> T read(ObjectNode arguments, Class<T> type) {
        return bodies.valid(Json.convert(arguments, type));
    }

    /** Takes an argument out that is true or false, and false where it is not given. */
    boolean takeFlag(ObjectNode arguments, String name) {
        JsonNode value = arguments.remove(name);
        if (value != null && !value.isNull() && !value.isBoolean()) {
            throw new InvalidInputException(name, "must be true or false");
        }
        return value != null && value.asBoolean(false);
    }

    static PageRequest page(Integer limit, String cursor, int otherwise) {
        return PageRequest.of(limit == null ? null : limit.toString(), cursor, otherwise);
    }

    /** Ids of the models that a caller can use now. */
    List<String> models(Caller caller, ModelKind kind) {
        return usable(caller, kind).stream().map(Model::id).toList();
    }

    List<Model> usable(Caller caller, ModelKind kind) {
        return catalogue.list(caller.userId(), kind).stream()
                .filter(model -> model.available() && caller.mayUse(model.id()))
                .toList();
    }

    List<String> styleIds(Caller caller) {
        return styles.all(caller.userId()).stream().map(Style::id).toList();
    }

    /** @throws InvalidInputException where there is no such style; null is none */
    void checkStyle(Caller caller, String style) {
        if (style != null
                && !style.isBlank()
                && styles.find(caller.userId(), style).isEmpty()) {
            throw new InvalidInputException("style", "must be one of " + String.join(", ", styleIds(caller)));
        }
    }
}
