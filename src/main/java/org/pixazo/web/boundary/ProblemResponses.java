package org.pixazo.web.boundary;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UnauthenticatedException;
import org.pixazo.web.entity.Problem;

/** Turns failures into responses of {@code application/problem+json}. */
final class ProblemResponses {

    private ProblemResponses() {}

    static Response of(PixazoException failure, UriInfo uri) {
        Response.ResponseBuilder response =
                Response.status(failure.status()).type(Problem.MEDIA_TYPE).entity(Problem.of(failure, path(uri)));
        if (failure.retryAfterSeconds() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, failure.retryAfterSeconds());
        }
        if (failure instanceof UnauthenticatedException) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"pixazo\"");
        }
        return response.build();
    }

    static String path(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }
}
