package org.pixazo.web.control;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Answers with a single resource and its entity tag. */
public final class Resources {

    private Resources() {}

    /** 200 with the body, or 304 where the caller has this version already. */
    public static Response found(Request request, long version, Object body) {
        EntityTag tag = new EntityTag(Long.toString(version));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged == null
                ? Response.ok(body).tag(tag).build()
                : unchanged.tag(tag).build();
    }

    /** 200 after a change, with the new version. */
    public static Response changed(long version, Object body) {
        return Response.ok(body).tag(new EntityTag(Long.toString(version))).build();
    }

    /** 201 with the address of what was made. */
    public static Response created(String location, long version, Object body) {
        return Response.created(java.net.URI.create(location))
                .tag(new EntityTag(Long.toString(version)))
                .entity(body)
                .build();
    }
}
