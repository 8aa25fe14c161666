package org.pixazo.providers.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.pixazo.errors.entity.UpstreamFailedException;

/**
 * Reads a stream of server-sent events that arrives in pieces of any size (WHATWG HTML, section 9.2.6). Lines are cut
 * as bytes and decoded whole, so a character may be split over pieces.
 *
 * <p>Beyond the standard, an event that the stream's end cuts off before its blank line is delivered by {@link #end()}:
 * several servers leave the last blank line out. {@code id} and {@code retry} mean nothing here and are skipped. Not
 * thread-safe.
 */
final class SseParser {

    /** A line, or an event, above this is no chat any more but an attack on the memory. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Consumer<SseEvent> events;
    private final int maxBytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final StringBuilder data = new StringBuilder();
    private boolean hasData;
    private String name = "";
    private boolean afterCarriageReturn;
    private boolean firstLine = true;

    SseParser(Consumer<SseEvent> events) {
        this(events, MAX_BYTES);
    }

    SseParser(Consumer<SseEvent> events, int maxBytes) {
        this.events = events;
        this.maxBytes = maxBytes;
    }

    /**
     * Takes the next piece and delivers every event that it completes.
     *
     * @throws UpstreamFailedException when a line or an event is longer than the bound
     */
    void feed(ByteBuffer piece) {
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' && afterCarriageReturn && i == start) {
                start = i + 1;
                afterCarriageReturn = false;
            } else if (bytes[i] == '\n' || bytes[i] == '\r') {
                append(bytes, start, i);
                endLine();
                start = i + 1;
                afterCarriageReturn = bytes[i] == '\r';
            }
        }
        append(bytes, start, bytes.length);
    }

    /** The stream has ended: delivers what its last lines hold. */
    void end() {
        if (line.size() > 0) {
            endLine();
        }
        dispatch();
    }

    private void append(byte[] bytes, int from, int to) {
        if (from < to) {
            bound(line.size() + to - from);
            line.write(bytes, from, to - from);
            afterCarriageReturn = false;
        }
    }

    private void endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (firstLine && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        firstLine = false;
        if (text.isEmpty()) {
            dispatch();
            return;
        }
        int colon = text.indexOf(':');
        if (colon == 0) {
            return;
        }
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        field(field, value.startsWith(" ") ? value.substring(1) : value);
    }

    private void field(String field, String value) {
        if (field.equals("event")) {
            name = value;
        } else if (field.equals("data")) {
            bound(data.length() + value.length());
            if (hasData) {
                data.append('\n');
            }
            data.append(value);
            hasData = true;
        }
    }

    private void dispatch() {
        if (hasData) {
            events.accept(new SseEvent(name.isEmpty() ? "message" : name, data.toString()));
        }
        data.setLength(0);
        hasData = false;
        name = "";
    }

    private void bound(int bytes) {
        if (bytes > maxBytes) {
            throw new UpstreamFailedException("The upstream sent a line without end, which is refused.");
        }
    }
}
