package org.pixazo.web.boundary;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.web.control.RequestId;
import org.pixazo.web.entity.Problem;

/** Everything else: what a server wraps is unwrapped, what nobody foresaw is logged and answered without its inside. */
@Provider
public class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(UnexpectedExceptionMapper.class.getName());

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && breaksUniqueness(sql)) {
                return ProblemResponses.of(
                        new ConflictException("Another request made the same at the same moment. Try again."), uri);
            }
            if (cause instanceof PixazoException ours) {
                return ProblemResponses.of(ours, uri);
            }
            if (cause instanceof OptimisticLockException) {
                return ProblemResponses.of(
                        new ConflictException("It was changed by somebody else at the same moment. Try again."), uri);
            }
        }
        LOG.log(Level.SEVERE, "Unexpected failure of " + ProblemResponses.path(uri), failure);
        return Response.serverError()
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(
                        500,
                        "internal",
                        "Internal error",
                        "Something went wrong inside Pixazo. The log has the details under the request id "
                                + RequestId.current() + ".",
                        ProblemResponses.path(uri)))
                .build();
    }

    /** PostgreSQL says it by the standard's code, SQLite only in words. */
    private static boolean breaksUniqueness(SQLException failure) {
        return "23505".equals(failure.getSQLState())
                || String.valueOf(failure.getMessage()).contains("UNIQUE constraint failed");
    }
}
