package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.control.Renditions;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageRecipe;
import org.pixazo.images.entity.StoredFile;

/** The bytes of pictures. A root of its own, since not every server merges two classes of the same path. */
@Path("images/{id:\\d+}/file")
@ApplicationScoped
@Needs(Scope.IMAGES)
public class ImageFileResource {

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "webp");

    @Inject
    CurrentCaller caller;

    @Inject
    ImageRepository images;

    @Inject
    Renditions renditions;

    /**
     * The bytes of a picture, converted where another {@code format} is asked for. A download tells how it was made.
     * A picture that was uploaded comes as it is.
     */
    @GET
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "image/*"))
    public Response file(
            @PathParam("id") long id,
            @QueryParam("format") String format,
            @QueryParam("download") boolean download,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @Context Request request) {
        if (format != null && !FORMATS.contains(format)) {
            throw new InvalidInputException("format", "must be png, jpeg or webp");
        }
        Image image = images.get(caller.get().userId(), id);
        StoredFile original = image.file();
        String wanted = format == null ? original.mediaType().substring("image/".length()) : format;
        Response response = download && !image.uploaded()
                ? FileResponses.ofBytes(
                        () -> renditions.withRecipe(original, wanted, ImageRecipe.of(image.spec())),
                        "image/" + wanted,
                        original.sha256() + "-" + wanted + "-recipe-" + id,
                        request,
                        range,
                        ifRange)
                : FileResponses.of(
                        () -> renditions.converted(original, wanted),
                        "image/" + wanted,
                        original.sha256() + "-" + wanted,
                        request,
                        range,
                        ifRange);
        if (download) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"pixazo-" + id + "." + wanted + "\"");
        }
        return response;
    }
}
