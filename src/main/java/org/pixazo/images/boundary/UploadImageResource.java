package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.images.control.ImageUploads;
import org.pixazo.images.entity.Image;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.MaxBody;

/** Takes pictures in. A root of its own, since not every server merges two classes of the same path. */
@Path("images/upload")
@ApplicationScoped
@Needs(Scope.IMAGES)
public class UploadImageResource {

    private static final long LARGEST_FILE = 32L << 20;

    @Inject
    CurrentCaller caller;

    @Inject
    ImageUploads uploads;

    /**
     * Takes a picture in, PNG, JPEG or WebP of at most 32 MB and 50 megapixels, as the reference or the mask of orders. It
     * stands in the gallery only where {@code GET /api/images?uploaded=true} asks for such.
     */
    @POST
    @MaxBody(LARGEST_FILE)
    @Consumes({"image/png", "image/jpeg", "image/webp", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = ImageResponse.class, responseCode = "201")
    public Response upload(InputStream body) throws IOException {
        Image image = uploads.add(caller.get().userId(), body.readAllBytes());
        return Resources.created("/api/images/" + image.id(), image.version(), ImageResponse.of(image));
    }
}
