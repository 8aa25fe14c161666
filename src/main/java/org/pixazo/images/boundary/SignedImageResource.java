package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.pixazo.accounts.entity.Public;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.images.control.Renditions;
import org.pixazo.images.control.SignedLinks;
import org.pixazo.images.entity.StoredFile;

/** Pictures behind signed links. */
@Path("images/{id:\\d+}/signed/image.{format:png|jpeg|webp}")
@ApplicationScoped
public class SignedImageResource {

    @Inject
    SignedLinks links;

    @Inject
    Renditions renditions;

    /** The bytes of a picture, without credentials, as long as the link is valid. */
    @GET
    @Public
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "image/*"))
    public Response signedFile(
            @PathParam("id") long id,
            @PathParam("format") String format,
            @QueryParam("expires") String expires,
            @QueryParam("signature") String signature,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @Context Request request) {
        if (signature == null || expires == null || !expires.matches("\\d{1,11}")) {
            throw new ForbiddenException("This link is not complete: it needs expires and signature.");
        }
        StoredFile original =
                links.open(id, format, Long.parseLong(expires), signature).file();
        Response response = FileResponses.of(
                () -> renditions.converted(original, format),
                "image/" + format,
                original.sha256() + "-" + format,
                request,
                range,
                ifRange);
        // Whoever has the link may show the picture in a page of another site.
        response.getHeaders().putSingle("Cross-Origin-Resource-Policy", "cross-origin");
        return response;
    }
}
