import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A load generator for chat completions that costs as little processor time as it can: one thread over non-blocking
 * sockets.
 *
 * <p>{@code java Load.java plain PORT CONNECTIONS SECONDS [HEADER…]}: each connection asks, waits for the answer, and asks
 * again.
 *
 * <p>{@code java Load.java stream PORT STREAMS BURSTS [HEADER…]}: opens all streams at once and reads them to their end,
 * once to warm itself up, for a cold generator takes the processor from the server that it measures, and then BURSTS times.
 * The upstream writes into each chunk when it was due (see Upstream.java), so the delay of a chunk is known without a second
 * measurement; the upstream's own delay is in it. Told are the median of the bursts and, as {@code first_p99_worst_ms}, the
 * worst of them; {@code chunks} are those of all bursts, the first one's as well.
 *
 * <p>Prints one line of {@code name=value}.
 */
public final class Load {

    private static final String MESSAGES =
            "\"messages\":[{\"role\":\"system\",\"content\":\"You are a helpful assistant.\"},"
                    + "{\"role\":\"user\",\"content\":\"Say something about foxes and dogs, in two sentences.\"}]";
    private static final byte[] HEAD_END = ascii("\r\n\r\n");
    private static final byte[] LAST_CHUNK = ascii("\r\n0\r\n\r\n");
    private static final byte[] DUE = ascii("t=");
    private static final byte[] DONE = ascii("data: [DONE]");
    private static final long GIVE_UP_NANOS = 120_000_000_000L;

    private final Selector selector = Selector.open();
    private final InetSocketAddress server;
    private final byte[] request;
    private final boolean stream;
    private final Samples latencies = new Samples();
    private Samples firstChunks = new Samples();
    private Samples delays = new Samples();
    private long stopAt;
    private int open;
    private int completed;
    private int errors;

    private Load(int port, boolean stream, List<String> headers) throws IOException {
        this.server = new InetSocketAddress("127.0.0.1", port);
        this.stream = stream;
        String body = "{\"model\":\"bench\"," + (stream ? "\"stream\":true," : "") + MESSAGES + "}";
        String head = "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n"
                + String.join("", headers.stream().map(header -> header + "\r\n").toList()) + "\r\n";
        this.request = ascii(head + body);
    }

    public static void main(String[] arguments) throws IOException {
        boolean stream = arguments[0].equals("stream");
        List<String> headers = Arrays.asList(arguments).subList(4, arguments.length);
        Load load = new Load(Integer.parseInt(arguments[1]), stream, headers);
        int connections = Integer.parseInt(arguments[2]);
        int times = Integer.parseInt(arguments[3]);
        if (stream) {
            load.streams(connections, times);
        } else {
            load.plain(connections, times);
        }
    }

    private void plain(int connections, int seconds) throws IOException {
        double wall = ask(connections, seconds);
        System.out.printf(
                Locale.ROOT,
                "requests=%d errors=%d per_s=%.0f p50_ms=%.1f p99_ms=%.1f%n",
                completed,
                errors,
                completed / wall,
                latencies.at(0.5),
                latencies.at(0.99));
    }

    private void streams(int streams, int bursts) throws IOException {
        ask(streams, 0);
        int warmUpChunks = delays.count;
        int warmUpErrors = errors;
        completed = 0;
        errors = 0;
        delays = new Samples();
        double[] walls = new double[bursts];
        double[] halves = new double[bursts];
        double[] lasts = new double[bursts];
        for (int burst = 0; burst < bursts; burst++) {
            firstChunks = new Samples();
            walls[burst] = ask(streams, 0);
            halves[burst] = firstChunks.at(0.5);
            lasts[burst] = firstChunks.at(0.99);
        }
        System.out.printf(
                Locale.ROOT,
                "completed=%d errors=%d wall_s=%.2f first_p50_ms=%.0f first_p99_ms=%.0f first_p99_worst_ms=%.0f chunks=%d"
                        + " delay_p50_ms=%.1f delay_p99_ms=%.1f%n",
                completed,
                errors + warmUpErrors,
                median(walls),
                median(halves),
                median(lasts),
                Arrays.stream(lasts).max().orElse(Double.NaN),
                delays.count + warmUpChunks,
                delays.at(0.5),
                delays.at(0.99));
    }

    /** @return seconds until all connections had what they wanted */
    private double ask(int connections, int seconds) throws IOException {
        long began = System.nanoTime();
        stopAt = began + seconds * 1_000_000_000L;
        for (int i = 0; i < connections; i++) {
            new Connection().open();
        }
        while (open > 0 && System.nanoTime() - began < GIVE_UP_NANOS) {
            selector.select(100);
            var keys = selector.selectedKeys().iterator();
            while (keys.hasNext()) {
                SelectionKey key = keys.next();
                keys.remove();
                ((Connection) key.attachment()).ready();
            }
        }
        errors += open;
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private final class Connection {

        private SocketChannel channel;
        private SelectionKey key;
        private ByteBuffer unsent;
        private byte[] in = new byte[16 * 1024];
        private int length;
        private int scanned;
        private int searched;
        private int bodyAt;
        private boolean success;
        private boolean end;
        private long askedAt;
        private int seen;

        private void open() throws IOException {
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            open++;
            askedAt = System.nanoTime();
            unsent = ByteBuffer.wrap(request);
            boolean connected = channel.connect(server);
            key = channel.register(selector, connected ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, this);
        }

        private void ready() {
            try {
                if (key.isConnectable()) {
                    channel.finishConnect();
                    key.interestOps(SelectionKey.OP_WRITE);
                }
                if (key.isWritable()) {
                    channel.write(unsent);
                    if (!unsent.hasRemaining()) {
                        key.interestOps(SelectionKey.OP_READ);
                    }
                }
                if (key.isReadable()) {
                    read();
                }
            } catch (IOException broken) {
                errors++;
                close();
            }
        }

        private void read() throws IOException {
            if (length == in.length) {
                in = Arrays.copyOf(in, in.length * 2);
            }
            int n = channel.read(ByteBuffer.wrap(in, length, in.length - length));
            if (n < 0) {
                throw new IOException("closed");
            }
            length += n;
            if (bodyAt == 0) {
                int at = indexOf(HEAD_END, 0);
                if (at < 0) {
                    return;
                }
                bodyAt = at + 4;
                scanned = bodyAt;
                success = new String(in, 0, 12, StandardCharsets.US_ASCII).endsWith("200");
            }
            if (stream) {
                scan();
            }
            if (isWhole()) {
                answered();
            }
        }

        private void scan() {
            long now = System.nanoTime();
            for (int at = indexOf(DUE, scanned); at >= 0; at = indexOf(DUE, scanned)) {
                int blank = at + 2;
                long due = 0;
                while (blank < length && in[blank] >= '0' && in[blank] <= '9') {
                    due = due * 10 + in[blank] - '0';
                    blank++;
                }
                if (blank == length) {
                    break;
                }
                if (seen++ == 0) {
                    firstChunks.add(now - askedAt);
                }
                delays.add(now - due);
                scanned = blank;
            }
            end |= indexOf(DONE, Math.max(bodyAt, searched - DONE.length)) >= 0;
            searched = length;
            if (!end && length - scanned < 1024 && scanned > 8 * 1024) {
                // Only what is not looked at yet is kept; the head has been read.
                System.arraycopy(in, scanned, in, bodyAt, length - scanned);
                length = bodyAt + length - scanned;
                scanned = bodyAt;
                searched = length;
            }
        }

        private boolean isWhole() {
            if (stream) {
                return end || !success;
            }
            String head = new String(in, 0, bodyAt, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            int at = head.indexOf("\r\ncontent-length:");
            if (at >= 0) {
                int size = Integer.parseInt(
                        head.substring(at + 17, head.indexOf('\r', at + 2)).trim());
                return length >= bodyAt + size;
            }
            return indexOf(LAST_CHUNK, Math.max(bodyAt - 2, length - 16)) >= 0;
        }

        private void answered() throws IOException {
            long now = System.nanoTime();
            boolean good = success && (!stream || end && seen == 100);
            completed += good ? 1 : 0;
            errors += good ? 0 : 1;
            latencies.add(now - askedAt);
            if (now >= stopAt) {
                close();
                return;
            }
            boolean closes = new String(in, 0, bodyAt, StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains("\r\nconnection: close");
            length = 0;
            bodyAt = 0;
            askedAt = now;
            if (closes) {
                // Servers may end a connection after so many requests; the answer was good.
                close();
                open();
                return;
            }
            unsent.rewind();
            channel.write(unsent);
            if (unsent.hasRemaining()) {
                key.interestOps(SelectionKey.OP_WRITE);
            }
        }

        private void close() {
            open--;
            try {
                channel.close();
            } catch (IOException nothingToSave) {
                System.err.println(nothingToSave);
            }
        }

        private int indexOf(byte[] wanted, int from) {
            for (int i = from; i <= length - wanted.length; i++) {
                if (in[i] == wanted[0] && Arrays.equals(in, i, i + wanted.length, wanted, 0, wanted.length)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** Times, in nanoseconds. */
    private static final class Samples {

        private long[] values = new long[1024];
        private int count;

        private void add(long value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = value;
        }

        /** In milliseconds. */
        private double at(double share) {
            if (count == 0) {
                return Double.NaN;
            }
            long[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            return sorted[(int) Math.min(count - 1, Math.floor(count * share))] / 1e6;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
