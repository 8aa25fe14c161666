package org.pixazo.web.boundary;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.web.entity.Problem;

/** What the container itself refuses: no such path, method, media type and the like. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(WebApplicationException failure) {
        if (failure.getCause() instanceof PixazoException ours) {
            return ProblemResponses.of(ours, uri);
        }
        Response original = failure.getResponse();
        Response.StatusType status = original.getStatusInfo();
        String title = status.getReasonPhrase();
        Response.ResponseBuilder response = Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(
                        status.getStatusCode(),
                        title.toLowerCase(Locale.ROOT).replace(' ', '-'),
                        title,
                        detail(status.getStatusCode()),
                        ProblemResponses.path(uri)));
        String allowed = original.getHeaderString(HttpHeaders.ALLOW);
        if (allowed != null) {
            response.header(HttpHeaders.ALLOW, allowed);
        }
        return response.build();
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not take this method; the header Allow names those it takes.";
            case 406 -> "This path cannot answer in any of the media types that Accept names.";
            case 415 -> "This path does not take a body of this Content-Type.";
            default -> "The request cannot be served.";
        };
    }
}
