package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.control.ImageTrash;
import org.pixazo.images.control.ImageZip;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageFields;
import org.pixazo.images.entity.ImageIds;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** The caller's pictures: look through, change, delete, take home. */
@Path("images")
@ApplicationScoped
@Needs(Scope.IMAGES)
public class ImagesResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ImageRepository images;

    @Inject
    ChangedBody changed;

    @Inject
    ImageTrash trash;

    @Inject
    ImageZip zip;

    /**
     * What was deleted.
     *
     * @param deleted how many pictures
     * @param restorableUntil how long they can be brought back
     */
    record DeletedImagesResponse(int deleted, @NotNull Instant restorableUntil) {}

    /** @param restored how many pictures are back */
    record RestoredImagesResponse(int restored) {}

    /** The last 20, or as many as {@code limit} says. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<ImageResponse> list(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @BeanParam ImageQuery query) {
        return images.list(caller.get().userId(), query.filter(), PageRequest.of(limit, cursor, 20))
                .map(ImageResponse::of);
    }

    @GET
    @Path("{id:\\d+}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(ImageResponse.class)
    public Response get(@PathParam("id") long id, @Context Request request) {
        Image image = images.get(caller.get().userId(), id);
        return Resources.found(request, image.version(), ImageResponse.of(image));
    }

    /** Changes whether the picture is a favourite. */
    @PUT
    @Path("{id:\\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(ImageResponse.class)
    public Response change(
            @PathParam("id") long id,
            @RequestBodySchema(ImageFields.class) Changes body,
            @HeaderParam("If-Match") String ifMatch) {
        Image image =
                images.change(caller.get().userId(), id, new IfMatch(ifMatch), fields -> changed.of(fields, body));
        return Resources.changed(image.version(), ImageResponse.of(image));
    }

    @DELETE
    @Path("{id:\\d+}")
    @Produces(MediaType.APPLICATION_JSON)
    public void remove(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        images.remove(caller.get().userId(), id, new IfMatch(ifMatch));
    }

    /**
     * Deletes pictures; for ten minutes {@code POST /api/images/restore} brings them back, then they go with their
     * files.
     */
    @POST
    @Path("delete")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public DeletedImagesResponse removeSeveral(ImageIds body) {
        int deleted = trash.put(caller.get().userId(), body.ids());
        return new DeletedImagesResponse(deleted, Timestamps.now().plus(ImageTrash.KEPT));
    }

    /** Brings back what {@code POST /api/images/delete} deleted. */
    @POST
    @Path("restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public RestoredImagesResponse restore(ImageIds body) {
        return new RestoredImagesResponse(trash.restore(caller.get().userId(), body.ids()));
    }

    /** The original files of pictures in one zip file. */
    @POST
    @Path("download")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", description = "The zip file", content = @Content(mediaType = "application/zip"))
    public Response download(ImageIds body) {
        List<Image> several = images.several(caller.get().userId(), body.ids());
        if (several.isEmpty()) {
            throw new NotFoundException("None of these images exists.");
        }
        zip.check(several);
        return Response.ok((StreamingOutput) out -> zip.write(several, out), "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pixazo-images.zip\"")
                .build();
    }
}
