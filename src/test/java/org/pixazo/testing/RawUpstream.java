package org.pixazo.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A server that does to its client, byte for byte, what the test says: one behaviour for each connection, the last one
 * repeated. Speaks just enough HTTP to read a request.
 */
public final class RawUpstream implements AutoCloseable {

    /** What happens on one connection after its request was read. */
    public interface Behaviour {
        void answer(Connection connection) throws IOException, InterruptedException;
    }

    /** One connection; closed when the behaviour returns. */
    public static final class Connection {
        private final InputStream in;
        private final OutputStream out;

        private Connection(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        public Connection send(String text) throws IOException {
            return send(text.getBytes(StandardCharsets.UTF_8));
        }

        public Connection send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            return this;
        }

        /** Status line and headers of an event stream that ends with the connection. */
        public Connection eventStream() throws IOException {
            return send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
        }

        /** Status line, headers and body of a whole answer; the headers are given as lines without their ends. */
        public Connection whole(int status, String body, String... headers) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            head.append("Content-Length: ").append(bytes.length).append("\r\nConnection: close\r\n\r\n");
            return send(head.toString()).send(bytes);
        }

        /** Waits until the client closes its side. */
        public void awaitClose() throws IOException {
            try {
                while (in.read() >= 0) {
                    continue;
                }
            } catch (java.net.SocketException reset) {
                // A reset is a close as well.
                return;
            }
        }
    }

    private final ServerSocket server;
    private final BlockingQueue<Behaviour> behaviours;
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public RawUpstream(Behaviour... behaviours) {
        this.behaviours = new LinkedBlockingQueue<>(List.of(behaviours));
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        start("raw-upstream", this::accept);
    }

    /** Under the name {@code localhost}, without a path. */
    public URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    public List<RecordedRequest> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        Behaviour behaviour = null;
        while (closed.getCount() > 0) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                Behaviour next = behaviours.poll();
                behaviour = next == null ? behaviour : next;
                Behaviour present = behaviour;
                start("raw-upstream-connection", () -> serve(socket, present));
            } catch (IOException ended) {
                if (closed.getCount() > 0) {
                    throw new UncheckedIOException(ended);
                }
            }
        }
    }

    private void serve(Socket socket, Behaviour behaviour) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            requests.add(read(in));
            behaviour.answer(new Connection(in, socket.getOutputStream()));
        } catch (IOException clientGone) {
            // Most behaviours end this way: what matters is what the client saw.
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RecordedRequest read(InputStream in) throws IOException {
        String[] start = line(in).split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(":", 2);
            headers.putIfAbsent(parts[0].toLowerCase(Locale.ROOT), parts[1].trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new RecordedRequest(start[0], start[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The client closed before its request was whole.");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
