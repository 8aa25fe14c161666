package org.pixazo.gateway.control;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Cuts a stream of server-sent events at its blank lines, whatever the pieces in which it arrives. Bytes are not decoded
 * and not changed. Not thread-safe.
 */
public final class EventSplitter {

    /** Gets the events one after the other, each with the blank line that ends it. */
    public interface Sink {

        /** @param buffer handed over, though other events may lie in it as well */
        void event(byte[] buffer, int from, int to);
    }

    /** Longer than any event that somebody sends; what is longer is cut. */
    private static final int LONGEST = 4 * 1024 * 1024;

    private final Sink sink;
    private byte[] rest = {};

    public EventSplitter(Sink sink) {
        this.sink = sink;
    }

    /** Takes the next piece and gives every event that it completes. */
    public void feed(ByteBuffer piece) {
        int length = piece.remaining();
        byte[] bytes = Arrays.copyOf(rest, rest.length + length);
        piece.get(bytes, rest.length, length);
        // A blank line may begin in what came before.
        int look = Math.max(0, rest.length - 3);
        int from = 0;
        for (int end = endOfEvent(bytes, from, look); end >= 0; end = endOfEvent(bytes, from, look)) {
            sink.event(bytes, from, end);
            from = end;
            look = end;
        }
        rest = Arrays.copyOfRange(bytes, from, bytes.length);
        if (rest.length > LONGEST) {
            flush();
        }
    }

    /** The stream has ended: gives what no blank line has ended. */
    public void flush() {
        if (rest.length > 0) {
            byte[] last = rest;
            rest = new byte[0];
            sink.event(last, 0, last.length);
        }
    }

    /** Whether nothing waits for its end, so that something of our own may go between. */
    public boolean isBetweenEvents() {
        return rest.length == 0;
    }

    /** Index behind the next blank line, or -1. Lines end with LF, CR LF or CR (WHATWG HTML, section 9.2.6). */
    private static int endOfEvent(byte[] bytes, int from, int look) {
        for (int i = Math.max(from, look); i < bytes.length; i++) {
            if (bytes[i] != '\n' && bytes[i] != '\r') {
                continue;
            }
            int next = afterLineEnd(bytes, i);
            if (next < bytes.length && (bytes[next] == '\n' || bytes[next] == '\r')) {
                int end = afterLineEnd(bytes, next);
                // What may be the first half of a CR LF is known with the next piece.
                return end == bytes.length && bytes[end - 1] == '\r' ? -1 : end;
            }
        }
        return -1;
    }

    private static int afterLineEnd(byte[] bytes, int at) {
        return bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }
}
