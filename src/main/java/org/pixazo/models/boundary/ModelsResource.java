package org.pixazo.models.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.Model;
import org.pixazo.models.entity.ModelKind;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** The models that the caller finds here. */
@Path("models")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ModelCatalogue catalogue;

    @GET
    public Page<Model> list(
            @QueryParam("kind") String kind, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        long userId = caller.get().userId();
        List<Model> models = new ArrayList<>();
        if (kind == null || kind.equals(ModelKind.TEXT.word())) {
            models.addAll(catalogue.list(userId, ModelKind.TEXT));
        }
        if (kind == null || kind.equals(ModelKind.IMAGE.word())) {
            models.addAll(catalogue.list(userId, ModelKind.IMAGE));
        }
        if (models.isEmpty()) {
            throw new InvalidInputException("kind", "must be text or image");
        }
        return PageRequest.within(models, limit, cursor);
    }
}
