package org.pixazo.prompts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.prompts.control.BuiltInStyles;
import org.pixazo.prompts.control.StyleRepository;
import org.pixazo.prompts.control.StyleTransfer;
import org.pixazo.prompts.entity.OwnStyle;
import org.pixazo.prompts.entity.Style;
import org.pixazo.prompts.entity.StyleFields;
import org.pixazo.prompts.entity.StyleFile;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Downloads;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.JsonBody;
import org.pixazo.web.entity.MaxBody;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;
import org.pixazo.web.entity.QueryValues;

/** The looks that a prompt can be given: those of the product, and those that people made. */
@Path("styles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class StylesResource {

    private static final long LARGEST_FILE = 16L << 20;
    private static final String ID = "{id:[a-z0-9-]{1,200}}";

    @Inject
    CurrentCaller caller;

    @Inject
    BuiltInStyles builtIn;

    @Inject
    StyleRepository styles;

    @Inject
    StyleTransfer transfer;

    @Inject
    ChangedBody changed;

    /**
     * All styles that the caller can use: those of the product, then the caller's own and those of workspaces, oldest
     * first. With {@code workspace_id}, those that are shared with this workspace.
     */
    @GET
    public Page<StyleResponse> list(
            @QueryParam("workspace_id") String workspaceId,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Long workspace = QueryValues.id("workspace_id", workspaceId);
        List<Style> shipped = workspace == null ? builtIn.all() : List.of();
        return PageRequest.within(
                Stream.concat(
                                shipped.stream().map(StyleResponse::of),
                                styles.visible(caller.get().userId(), workspace).stream()
                                        .map(StyleResponse::of))
                        .toList(),
                limit,
                cursor);
    }

    @POST
    @Needs(Scope.PROMPTS)
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = StyleResponse.class, responseCode = "201")
    public Response create(StyleFields body) {
        OwnStyle style = styles.create(caller.get().userId(), body);
        return Resources.created("/api/styles/" + style.style().id(), style.version(), StyleResponse.of(style));
    }

    @GET
    @Path(ID)
    @APIResponseSchema(StyleResponse.class)
    public Response get(@PathParam("id") String id, @Context Request request) {
        Optional<Style> shipped = builtIn.find(id);
        if (shipped.isPresent()) {
            return Response.ok(StyleResponse.of(shipped.get())).build();
        }
        OwnStyle style = styles.get(caller.get().userId(), id);
        return Resources.found(request, style.version(), StyleResponse.of(style));
    }

    @PUT
    @Path(ID)
    @Needs(Scope.PROMPTS)
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(StyleResponse.class)
    public Response change(
            @PathParam("id") String id,
            @RequestBodySchema(StyleFields.class) Changes body,
            @HeaderParam("If-Match") String ifMatch) {
        checkOwn(id);
        OwnStyle style =
                styles.change(caller.get().userId(), id, new IfMatch(ifMatch), fields -> changed.of(fields, body));
        return Resources.changed(style.version(), StyleResponse.of(style));
    }

    /** Removes a style; pictures that were made with it keep its words. */
    @DELETE
    @Path(ID)
    @Needs(Scope.PROMPTS)
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        checkOwn(id);
        styles.remove(caller.get().userId(), id, new IfMatch(ifMatch));
    }

    /** The styles that the caller made as a file. */
    @GET
    @Path("export")
    @APIResponseSchema(StyleFile.class)
    public Response export() {
        return Downloads.json("pixazo-styles", transfer.export(caller.get().userId()));
    }

    /** Adds the styles of an export, all or none. They are shared with no workspace. */
    @POST
    @Path("import")
    @Needs(Scope.PROMPTS)
    @Consumes(MediaType.APPLICATION_JSON)
    @MaxBody(LARGEST_FILE)
    @APIResponseSchema(value = StyleTransfer.ImportedStyles.class, responseCode = "201")
    public Response add(
            @RequestBodySchema(StyleFile.class) JsonBody body, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        long userId = caller.get().userId();
        StyleFile file = transfer.read(body.tree());
        StyleTransfer.ImportedStyles imported =
                transfer.add(userId, file, IdempotencyKey.of(userId, idempotencyKey, "styles", body));
        return Response.status(Response.Status.CREATED).entity(imported).build();
    }

    private void checkOwn(String id) {
        if (builtIn.find(id).isPresent()) {
            throw new ForbiddenException("The style " + id + " belongs to the product and cannot be changed.");
        }
    }
}
