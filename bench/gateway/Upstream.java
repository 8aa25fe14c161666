import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.PriorityQueue;

/**
 * An OpenAI-compatible server without a model that costs as little processor time as it can: one thread, fixed answers.
 * A stream has 100 chunks, one every 20 ms; the text of each is the time at which it was due, in nanoseconds of the
 * machine's monotonic clock, so that a load generator on the same machine can tell how late it came.
 *
 * <p>{@code java Upstream.java 9311}
 */
public final class Upstream {

    private static final int CHUNKS = 100;
    private static final long PAUSE_NANOS = 20_000_000;
    private static final byte[] STREAM_TRUE = "\"stream\":true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DOCUMENT = answer("application/json", """
            {"id":"chatcmpl-bench","object":"chat.completion","created":1700000000,"model":"bench","choices":[{"index":0,\
            "message":{"role":"assistant","content":"The quick brown fox jumps over the lazy dog. The quick brown fox \
            jumps over the lazy dog."},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":20,\
            "completion_tokens":20,"total_tokens":40}}""");
    private static final byte[] MODELS = answer("application/json", """
            {"object":"list","data":[{"id":"bench","object":"model","created":1700000000,"owned_by":"bench"}]}""");
    private static final byte[] STREAM_HEAD = ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final Selector selector = Selector.open();
    private final PriorityQueue<Connection> due = new PriorityQueue<>((a, b) -> Long.compare(a.dueAt, b.dueAt));

    private Upstream() throws IOException {}

    public static void main(String[] arguments) throws IOException {
        new Upstream().run(Integer.parseInt(arguments[0]));
    }

    private void run(int port) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4096);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        System.out.println("Upstream at port " + port);
        while (true) {
            Connection next = due.peek();
            if (next == null) {
                selector.select();
            } else {
                long wait = next.dueAt - System.nanoTime();
                if (wait > 500_000) {
                    selector.select(Math.max(1, wait / 1_000_000));
                } else {
                    selector.selectNow();
                }
            }
            var keys = selector.selectedKeys().iterator();
            while (keys.hasNext()) {
                SelectionKey key = keys.next();
                keys.remove();
                if (key.isValid()) {
                    handle(server, key);
                }
            }
            long now = System.nanoTime();
            while (!due.isEmpty() && due.peek().dueAt <= now) {
                due.poll().chunk();
            }
        }
    }

    private void handle(ServerSocketChannel server, SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            SocketChannel channel = server.accept();
            if (channel != null) {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                Connection connection = new Connection(channel);
                connection.key = channel.register(selector, SelectionKey.OP_READ, connection);
            }
            return;
        }
        Connection connection = (Connection) key.attachment();
        try {
            if (key.isWritable()) {
                connection.flush();
            }
            if (key.isValid() && key.isReadable()) {
                connection.read();
            }
        } catch (IOException gone) {
            connection.close();
        }
    }

    private static byte[] answer(String mediaType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ("HTTP/1.1 200 OK\r\nContent-Type: " + mediaType + "\r\nContent-Length: " + bytes.length + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String piece(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static String event(String delta, String finishReason) {
        return piece("data: {\"id\":\"chatcmpl-bench\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,"
                + "\"model\":\"bench\",\"system_fingerprint\":\"fp_bench\",\"choices\":[{\"index\":0,\"delta\":" + delta
                + ",\"logprobs\":null,\"finish_reason\":" + finishReason + "}]}\n\n");
    }

    private final class Connection {

        private final SocketChannel channel;
        private final ArrayDeque<ByteBuffer> unsent = new ArrayDeque<>();
        private SelectionKey key;
        private ByteBuffer in = ByteBuffer.allocate(16 * 1024);
        private long dueAt;
        private int chunksLeft;
        private boolean closed;

        private Connection(SocketChannel channel) {
            this.channel = channel;
        }

        private void read() throws IOException {
            if (channel.read(in) < 0) {
                close();
                return;
            }
            while (takeRequest()) {
                continue;
            }
            if (!in.hasRemaining()) {
                in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
            }
        }

        private boolean takeRequest() throws IOException {
            byte[] bytes = in.array();
            int length = in.position();
            int bodyAt = indexOf(bytes, 0, length, new byte[] {'\r', '\n', '\r', '\n'}) + 4;
            if (bodyAt < 4) {
                return false;
            }
            String head = new String(bytes, 0, bodyAt, StandardCharsets.ISO_8859_1).toLowerCase();
            int end;
            boolean stream;
            int at = head.indexOf("\r\ncontent-length:");
            if (at >= 0) {
                end = bodyAt + Integer.parseInt(head.substring(at + 17, head.indexOf('\r', at + 2)).trim());
            } else if (head.contains("\r\ntransfer-encoding: chunked")) {
                int last = indexOf(bytes, bodyAt, length, "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                end = last < 0 ? Integer.MAX_VALUE : last + 7;
            } else {
                end = bodyAt;
            }
            if (length < end) {
                return false;
            }
            stream = indexOf(bytes, bodyAt, end, STREAM_TRUE) >= 0;
            boolean models = head.startsWith("get ");
            System.arraycopy(bytes, end, bytes, 0, length - end);
            in.position(length - end);
            if (stream) {
                send(STREAM_HEAD);
                chunksLeft = CHUNKS;
                dueAt = System.nanoTime();
                due.add(this);
            } else {
                send(models ? MODELS : DOCUMENT);
            }
            return true;
        }

        private void chunk() {
            if (closed) {
                return;
            }
            String text = event("{\"content\":\"t=" + dueAt + " \"}", "null");
            chunksLeft--;
            if (chunksLeft == 0) {
                text += event("{}", "\"stop\"")
                        + piece("data: {\"id\":\"chatcmpl-bench\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,"
                                + "\"model\":\"bench\",\"choices\":[],\"usage\":{\"prompt_tokens\":20,"
                                + "\"completion_tokens\":100,\"total_tokens\":120}}\n\n")
                        + piece("data: [DONE]\n\n") + "0\r\n\r\n";
            } else {
                dueAt += PAUSE_NANOS;
                due.add(this);
            }
            try {
                send(text.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                close();
            }
        }

        private void send(byte[] bytes) throws IOException {
            unsent.add(ByteBuffer.wrap(bytes));
            flush();
        }

        private void flush() throws IOException {
            while (!unsent.isEmpty()) {
                channel.write(unsent.peek());
                if (unsent.peek().hasRemaining()) {
                    key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                    return;
                }
                unsent.poll();
            }
            if (key.isValid() && key.interestOps() != SelectionKey.OP_READ) {
                key.interestOps(SelectionKey.OP_READ);
            }
        }

        private void close() {
            closed = true;
            due.remove(this);
            try {
                channel.close();
            } catch (IOException nothingToSave) {
                System.err.println(nothingToSave);
            }
        }
    }

    private static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
        for (int i = from; i <= to - wanted.length; i++) {
            int j = 0;
            while (j < wanted.length && bytes[i + j] == wanted[j]) {
                j++;
            }
            if (j == wanted.length) {
                return i;
            }
        }
        return -1;
    }
}
