package org.pixazo.models.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.Model;
import org.pixazo.models.entity.ModelKind;

/** Models to choose from on pages, and whether the caller has any upstream. */
@Named
@RequestScoped
public class ModelsBacking {

    @Inject
    CurrentCaller caller;

    @Inject
    ModelCatalogue catalogue;

    public List<SelectItem> getTexts() {
        return items(ModelKind.TEXT);
    }

    public List<SelectItem> getImages() {
        return items(ModelKind.IMAGE);
    }

    /** Id of the first text model that can be asked now. */
    public String getFirstText() {
        return catalogue.list(caller.get().userId(), ModelKind.TEXT).stream()
                .filter(Model::available)
                .map(Model::id)
                .findFirst()
                .orElse(ModelCatalogue.OFFLINE);
    }

    public boolean isAdministrator() {
        return caller.get().administrator();
    }

    public boolean isTextConnected() {
        return catalogue.textConfigured(caller.get().userId());
    }

    public boolean isImagesConnected() {
        return catalogue.imageConfigured(caller.get().userId());
    }

    private List<SelectItem> items(ModelKind kind) {
        return catalogue.list(caller.get().userId(), kind).stream()
                .map(ModelsBacking::item)
                .toList();
    }

    private static SelectItem item(Model model) {
        String label = model.available() ? model.name() : model.name() + " (not connected)";
        return new SelectItem(model.id(), label, model.reason(), !model.available());
    }
}
