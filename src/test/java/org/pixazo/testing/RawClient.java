package org.pixazo.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * One POST over a socket of its own, whose answer is read as its bytes come and only when the test says so. Closing it
 * hangs up.
 */
public final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final String head;
    private final StringBuilder seen = new StringBuilder();

    /** @param receiveBuffer bytes that the system may take for us while we do not read; 0 for its own choice */
    public RawClient(URI server, String path, String key, String json, int receiveBuffer) {
        this(server, path, key, Map.of(), json, receiveBuffer);
    }

    /**
     * @param headers more of them
     * @param receiveBuffer as above
     */
    public RawClient(URI server, String path, String key, Map<String, String> headers, String json, int receiveBuffer) {
        try {
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            StringBuilder lines = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nAuthorization: Bearer " + key + "\r\nContent-Type: application/json\r\n");
            headers.forEach((name, value) ->
                    lines.append(name).append(": ").append(value).append("\r\n"));
            head = lines.toString();
            in = socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        send(json);
    }

    /** Sends one more such request, whatever has come of the answers to those before. */
    public void send(String json) {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        write("Content-Length: " + length + "\r\n\r\n" + json);
    }

    /** Sends one more such request in pieces of a size, in the transfer coding for bodies of unknown length. */
    public void sendChunked(String json, int size) {
        StringBuilder body = new StringBuilder("Transfer-Encoding: chunked\r\n\r\n");
        for (int from = 0; from < json.length(); from += size) {
            String piece = json.substring(from, Math.min(json.length(), from + size));
            body.append(Integer.toHexString(piece.getBytes(StandardCharsets.UTF_8).length))
                    .append("\r\n")
                    .append(piece)
                    .append("\r\n");
        }
        write(body + "0\r\n\r\n");
    }

    private void write(String rest) {
        try {
            // At once, as many clients do: servers see a request that has come as a whole.
            socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until the answer holds a text, and gives all that came until then, head and all. */
    public String until(String text) {
        byte[] buffer = new byte[64 * 1024];
        try {
            while (seen.indexOf(text) < 0) {
                int read = in.read(buffer);
                if (read < 0) {
                    throw new AssertionError("The answer ended without " + text + ": " + seen);
                }
                seen.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
            return seen.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("No " + text + " in " + seen, e);
        }
    }

    /** Whether something has come that was not read yet. */
    public boolean isAnswered() {
        try {
            return in.available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads everything to the end and gives only its length. */
    public long drain() {
        byte[] buffer = new byte[64 * 1024];
        byte[] tail = new byte[0];
        long total = 0;
        try {
            while (!new String(tail, StandardCharsets.US_ASCII).endsWith("\r\n0\r\n\r\n")) {
                int read = in.read(buffer);
                if (read < 0) {
                    return total;
                }
                total += read;
                int keep = Math.min(7, read);
                byte[] joined = Arrays.copyOf(tail, tail.length + keep);
                System.arraycopy(buffer, read - keep, joined, tail.length, keep);
                tail = Arrays.copyOfRange(joined, Math.max(0, joined.length - 7), joined.length);
            }
            return total;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
