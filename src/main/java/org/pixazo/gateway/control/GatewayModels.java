package org.pixazo.gateway.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.gateway.entity.OpenAiModel;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.Model;
import org.pixazo.models.entity.ModelKind;

/** The models that a key opens: available now, of the kinds of its scopes, and among its allowed ones. */
@ApplicationScoped
public class GatewayModels {

    @Inject
    ModelCatalogue catalogue;

    /** Each id once; a text model and an image model may share one. */
    public List<OpenAiModel> of(Caller caller) {
        Map<String, OpenAiModel> models = new LinkedHashMap<>();
        if (caller.scopes().contains(Scope.CHAT)) {
            collect(caller, ModelKind.TEXT, models);
        }
        if (caller.scopes().contains(Scope.IMAGES)) {
            collect(caller, ModelKind.IMAGE, models);
        }
        return List.copyOf(models.values());
    }

    /** One of them. */
    public Optional<OpenAiModel> find(Caller caller, String id) {
        return of(caller).stream().filter(model -> model.id().equals(id)).findFirst();
    }

    private void collect(Caller caller, ModelKind kind, Map<String, OpenAiModel> models) {
        for (Model model : catalogue.list(caller.userId(), kind)) {
            if (model.available() && caller.mayUse(model.id())) {
                models.putIfAbsent(model.id(), OpenAiModel.of(model));
            }
        }
    }
}
