package org.pixazo.web.control;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.TooLargeException;

/**
 * The body of a request: more than the limit is refused when it comes, and one that breaks off is the client's fault and
 * no failure of the server.
 */
public final class LimitedBody extends FilterInputStream {

    private static final Logger LOG = Logger.getLogger(LimitedBody.class.getName());
    private static final long MOST_DISCARDED = 64L << 20;

    private final long limit;
    private long read;

    /**
     * @param limit greatest size in bytes; reading further throws {@link TooLargeException}, and reading what does not come
     *     {@link InvalidInputException}
     */
    public LimitedBody(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** The failure for a body that is too large, of which what still comes is read away. */
    public static TooLargeException refuse(InputStream body, long limit) {
        discard(body);
        return new TooLargeException("The body is larger than the " + limit + " bytes that this path takes.");
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

    @Override
    public int read() {
        int octet = whole(super::read);
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int n = whole(() -> super.read(buffer, offset, length));
        count(Math.max(n, 0));
        return n;
    }

    private interface Reading {
        int read() throws IOException;
    }

    private static int whole(Reading reading) {
        try {
            return reading.read();
        } catch (IOException brokenOff) {
            throw InvalidInputException.malformed("The body breaks off before its end.", brokenOff);
        }
    }

    private void count(int n) {
        read += n;
        if (read > limit) {
            throw refuse(in, limit);
        }
    }
}
