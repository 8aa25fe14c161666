package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.control.Renditions;
import org.pixazo.images.entity.StoredFile;

/** Small versions of pictures. A root of its own, since not every server merges two classes of the same path. */
@Path("images/{id:\\d+}/thumbnail")
@ApplicationScoped
@Needs(Scope.IMAGES)
public class ThumbnailResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ImageRepository images;

    @Inject
    Renditions renditions;

    /** A small version of a picture, at most 512 pixels wide or high. */
    @GET
    @APIResponse(responseCode = "200", description = "The thumbnail", content = @Content(mediaType = "image/*"))
    public Response thumbnail(
            @PathParam("id") long id,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @Context Request request) {
        StoredFile original = images.get(caller.get().userId(), id).file();
        return FileResponses.of(
                () -> renditions.thumbnail(original),
                Renditions.THUMBNAIL_TYPE,
                original.sha256() + "-thumbnail",
                request,
                range,
                ifRange);
    }
}
