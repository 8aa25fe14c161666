package org.pixazo.web.boundary;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.PixazoException;

/** Pixazo's own failures. */
@Provider
public class PixazoExceptionMapper implements ExceptionMapper<PixazoException> {

    private static final Logger LOG = Logger.getLogger(PixazoExceptionMapper.class.getName());

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(PixazoException failure) {
        if (failure.status() >= 500) {
            LOG.log(Level.WARNING, failure.getMessage(), failure.getCause());
        }
        return ProblemResponses.of(failure, uri);
    }
}
