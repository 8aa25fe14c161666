package org.pixazo.web.boundary;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.pixazo.web.control.LimitedBody;
import org.pixazo.web.entity.MaxBody;

/** Refuses bodies that are larger than their endpoint takes, by their declared length and by what really comes. */
@Provider
public class BodyLimitFilter implements ContainerRequestFilter {

    private static final long DEFAULT_LIMIT = 4L << 20;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        MaxBody declared = resource.getResourceMethod().getAnnotation(MaxBody.class);
        long limit = declared == null ? DEFAULT_LIMIT : declared.value();
        String length = request.getHeaderString("Content-Length");
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > limit) {
            throw LimitedBody.refuse(request.getEntityStream(), limit);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new LimitedBody(request.getEntityStream(), limit));
        }
    }
}
