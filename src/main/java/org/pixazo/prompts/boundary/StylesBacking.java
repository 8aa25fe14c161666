package org.pixazo.prompts.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.prompts.control.Styles;

/** Styles to choose from on pages. */
@Named
@RequestScoped
public class StylesBacking {

    @Inject
    CurrentCaller caller;

    @Inject
    Styles styles;

    public List<SelectItem> getAll() {
        return styles.all(caller.get().userId()).stream()
                .map(style -> new SelectItem(style.id(), style.name(), style.description()))
                .toList();
    }
}
