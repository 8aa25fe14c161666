package org.pixazo.models.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.models.control.ImageModelRepository;
import org.pixazo.models.control.ImageModels;
import org.pixazo.models.control.ShippedImageModels;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.models.entity.ImageModelFields;
import org.pixazo.models.entity.ImageModelRow;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;

/** The image models of the Pixazo gateway, for administrators: all that Pixazo knows of one is data. */
@Path("admin/models")
@ApplicationScoped
@Needs(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class AdminModelsResource {

    private static final String ID = "{id:[a-z0-9][a-z0-9._-]{0,99}}";

    @Inject
    ShippedImageModels shipped;

    @Inject
    ImageModels models;

    @Inject
    ImageModelRepository rows;

    @Inject
    ChangedBody changed;

    /**
     * A model of the gateway with all that Pixazo knows of it.
     *
     * @param builtIn whether it belongs to the product
     * @param changed whether an administrator made or changed it
     */
    public record AdminModelResponse(
            @NotNull String id,
            boolean builtIn,
            boolean changed,
            @Valid @NotNull ImageModelFields model) {}

    /** A new model; see {@code PUT} for what can be said of it. */
    public record NewImageModel(
            @NotNull(message = "is needed")
            @Pattern(
                    regexp = "[a-z0-9][a-z0-9._-]{0,99}",
                    message = "must be small letters, digits, dots, underscores and hyphens, at most 100")
            String id,

            @NotNull(message = "is needed") @Valid ImageModelFields model) {}

    /** In the order in which all users find them. */
    @GET
    public Page<AdminModelResponse> list() {
        return new Page<>(
                models.all().stream()
                        .filter(ImageModel::onGateway)
                        .map(this::response)
                        .toList(),
                null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = AdminModelResponse.class, responseCode = "201")
    public Response create(NewImageModel body) {
        ImageModelRow row = rows.create(body.id(), body.model());
        models.forget();
        return Resources.created("/api/admin/models/" + row.id(), row.version(), response(body.id()));
    }

    @GET
    @Path(ID)
    @APIResponseSchema(AdminModelResponse.class)
    public Response get(@PathParam("id") String id) {
        return Resources.changed(rows.find(id).map(ImageModelRow::version).orElse(0L), response(id));
    }

    /** Changes what is known of a model, also of one of the product; limits, defaults and route are given whole. */
    @PUT
    @Path(ID)
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(AdminModelResponse.class)
    public Response change(
            @PathParam("id") String id,
            @RequestBodySchema(ImageModelFields.class) Changes body,
            @HeaderParam("If-Match") String ifMatch) {
        ImageModelRow row = rows.change(id, new IfMatch(ifMatch), fields -> changed.of(fields, body));
        models.forget();
        return Resources.changed(row.version(), response(id));
    }

    /** Removes a model; one of the product is as it was shipped again. */
    @DELETE
    @Path(ID)
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        rows.remove(id, new IfMatch(ifMatch));
        models.forget();
    }

    private AdminModelResponse response(String id) {
        return response(models.find(id)
                .filter(ImageModel::onGateway)
                .orElseThrow(() -> new NotFoundException("There is no image model " + id + " on the gateway.")));
    }

    private AdminModelResponse response(ImageModel model) {
        return new AdminModelResponse(
                model.id(),
                shipped.find(model.id()).isPresent(),
                rows.find(model.id()).isPresent(),
                ImageModelFields.of(model));
    }
}
