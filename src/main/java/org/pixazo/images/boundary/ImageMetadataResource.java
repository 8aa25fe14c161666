package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.images.control.ImageMetadata;
import org.pixazo.images.entity.ImageRecipe;
import org.pixazo.web.entity.MaxBody;

/** Reads files back. A root of its own, since not every server merges two classes of the same path. */
@Path("images/metadata")
@ApplicationScoped
@Needs(Scope.IMAGES)
public class ImageMetadataResource {

    private static final long LARGEST_FILE = 32L << 20;

    /** Reads back how a dropped file was made: one of Pixazo's downloads, or of AUTOMATIC1111's web UI. */
    @POST
    @MaxBody(LARGEST_FILE)
    @Consumes({"image/png", "image/jpeg", "image/webp", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    public ImageRecipe metadata(InputStream body) throws IOException {
        return ImageMetadata.read(body.readAllBytes());
    }
}
