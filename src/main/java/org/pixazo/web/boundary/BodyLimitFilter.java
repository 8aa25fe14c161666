package org.pixazo.web.boundary;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.TooLargeException;
import org.pixazo.web.entity.MaxBody;

/** Refuses bodies that are larger than their endpoint takes, by their declared length and by what really comes. */
@Provider
public class BodyLimitFilter implements ContainerRequestFilter {

    private static final Logger LOG = Logger.getLogger(BodyLimitFilter.class.getName());
    private static final long DEFAULT_LIMIT = 4L << 20;
    private static final long MOST_DISCARDED = 64L << 20;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        MaxBody declared = resource.getResourceMethod().getAnnotation(MaxBody.class);
        long limit = declared == null ? DEFAULT_LIMIT : declared.value();
        String length = request.getHeaderString("Content-Length");
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > limit) {
            discard(request.getEntityStream());
            throw tooLarge(limit);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), limit));
        }
    }

    /** Many clients hear an answer only when they have sent all; but nobody may keep us reading for long. */
    private static void discard(InputStream body) {
        try {
            long left = MOST_DISCARDED;
            for (long skipped = 1; skipped > 0 && left > 0; left -= skipped) {
                skipped = body.skip(left);
            }
        } catch (IOException clientGone) {
            LOG.log(Level.FINE, "The client of a body that is too large is gone", clientGone);
        }
    }

    private static TooLargeException tooLarge(long limit) {
        return new TooLargeException("The body is larger than the " + limit + " bytes that this path takes.");
    }

    private static final class LimitedStream extends FilterInputStream {

        private final long limit;
        private long read;

        LimitedStream(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int n) {
            read += n;
            if (read > limit) {
                discard(in);
                throw tooLarge(limit);
            }
        }
    }
}
