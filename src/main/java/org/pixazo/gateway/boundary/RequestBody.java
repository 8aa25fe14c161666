package org.pixazo.gateway.boundary;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.pixazo.errors.entity.TooLargeException;

/** Reads the body of an asynchronous request without waiting for its sender. */
final class RequestBody implements ReadListener {

    /** Pictures come along as data URLs. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    /** Many clients hear an answer only when they have sent all; but nobody may keep us reading for long. */
    private static final long MOST_DISCARDED = 64L << 20;

    private static final int MOST_PIECE_BYTES = 8 * 1024;

    private final ServletInputStream in;
    private final Consumer<byte[]> whole;
    private final Consumer<Throwable> failed;
    /** Null when they are handed on: the server keeps this reader until the answer has ended. */
    private ByteArrayOutputStream bytes;

    private final long length;
    private final int pieceBytes;
    private long total;
    private boolean over;

    /**
     * @param length as the sender declares it, or -1
     * @param whole gets the body, on a thread of the server
     * @param failed gets a {@link TooLargeException}, or what broke the connection
     */
    RequestBody(ServletInputStream in, long length, Consumer<byte[]> whole, Consumer<Throwable> failed) {
        this.in = in;
        this.whole = whole;
        this.failed = failed;
        this.bytes = new ByteArrayOutputStream(length < 0 || length > MOST_BYTES ? 1024 : (int) length);
        this.length = length;
        this.pieceBytes = length < 0 ? MOST_PIECE_BYTES : (int) Math.max(1, Math.min(MOST_PIECE_BYTES, length));
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] buffer = new byte[pieceBytes];
        while (!over && in.isReady()) {
            // Behind the declared length may be the client's next request, which Payara would give us as well.
            int most = length < 0 ? pieceBytes : (int) Math.min(pieceBytes, length - total);
            int read = in.read(buffer, 0, most);
            total += Math.max(0, read);
            if (total <= MOST_BYTES) {
                bytes.write(buffer, 0, Math.max(0, read));
            } else {
                bytes.reset();
            }
            if (read < 0 || total > MOST_DISCARDED || isWhole()) {
                onAllDataRead();
            }
        }
    }

    private boolean isWhole() throws IOException {
        // Payara calls a body finished that has come as a whole, though there is some of it left to read.
        return length < 0 ? in.isFinished() && in.available() == 0 : total == length;
    }

    /** Servers may or may not say so after a read that has seen the end. */
    @Override
    public void onAllDataRead() {
        if (!over) {
            over = true;
            byte[] body = bytes.toByteArray();
            bytes = null;
            if (total > MOST_BYTES) {
                failed.accept(tooLarge());
            } else {
                whole.accept(body);
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        failed.accept(failure);
    }

    private static TooLargeException tooLarge() {
        return new TooLargeException("The body is larger than the " + MOST_BYTES + " bytes that this path takes.");
    }
}
