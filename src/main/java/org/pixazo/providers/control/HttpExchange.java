package org.pixazo.providers.control;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncClientEndpoint;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;
import org.pixazo.providers.entity.ProviderTimeouts;

/**
 * One request and its answer on a connection of {@link HttpTransport}. Ends, whatever happens, exactly once for its
 * receiver. Thread-safe.
 */
final class HttpExchange implements AsyncClientExchangeHandler, DeadlineWatch.Watched {

    private static final String USER_AGENT = "Pixazo";

    private enum Phase {
        CONNECTING,
        WAITING,
        READING,
        ENDED
    }

    private final UpstreamRequest request;
    private final HttpHost host;
    private final ProviderTimeouts timeouts;
    private final AnswerReceiver receiver;
    private final DeadlineWatch deadlines;
    private final ByteBuffer body;
    private volatile Phase phase = Phase.CONNECTING;
    private volatile long lastSign = System.nanoTime();
    private boolean reusable;

    // Guarded by this.
    private Future<AsyncClientEndpoint> connecting;
    private AsyncClientEndpoint endpoint;
    private CapacityChannel suspended;
    private int waiting;
    private int taken;

    HttpExchange(
            UpstreamRequest request,
            HttpHost host,
            ProviderTimeouts timeouts,
            AnswerReceiver receiver,
            DeadlineWatch deadlines) {
        this.request = request;
        this.host = host;
        this.timeouts = timeouts;
        this.receiver = receiver;
        this.deadlines = deadlines;
        this.body = request.body() == null ? null : ByteBuffer.wrap(request.body());
    }

    void connect(HttpAsyncRequester requester) {
        // Our own watch bounds the time; a time-out given here would stay with the connection.
        Future<AsyncClientEndpoint> future = requester.connect(host, Timeout.DISABLED, null, new FutureCallback<>() {
            @Override
            public void completed(AsyncClientEndpoint connected) {
                execute(connected);
            }

            @Override
            public void failed(Exception failure) {
                fail(failure);
            }

            @Override
            public void cancelled() {
                fail(new CancellationException("The connection was cancelled."));
            }
        });
        synchronized (this) {
            connecting = future;
        }
        if (phase == Phase.ENDED) {
            future.cancel(true);
        }
    }

    /** Closes the connection; the receiver is told, unless the exchange has ended. */
    void abort() {
        abort(new CancellationException("The caller has cancelled."));
    }

    /** Bytes of earlier pieces are dealt with, so that as many more may come. */
    synchronized void taken(int bytes) {
        waiting -= bytes;
        taken += bytes;
        resume();
    }

    @Override
    public boolean look(long nanoTime) {
        Phase present = phase;
        long limit = switch (present) {
            case CONNECTING -> timeouts.connect().toNanos();
            case WAITING -> timeouts.firstByte().toNanos();
            case READING -> timeouts.idle().toNanos();
            case ENDED -> Long.MAX_VALUE;
        };
        if (nanoTime - lastSign > limit && !isHeldBack()) {
            abort(new TimeoutException(
                    present == Phase.READING ? "The upstream fell silent." : "No answer in time (" + present + ")."));
        }
        return phase == Phase.ENDED;
    }

    @Override
    public void produceRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        String path = request.uri().getRawPath();
        String query = request.uri().getRawQuery();
        BasicHttpRequest message = new BasicHttpRequest(
                request.method(), host, (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query));
        message.addHeader("User-Agent", USER_AGENT);
        request.headers().forEach(message::addHeader);
        channel.sendRequest(message, body == null ? null : new BasicEntityDetails(body.remaining(), null), context);
    }

    @Override
    public int available() {
        return body == null ? 0 : body.remaining();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        channel.write(body);
        lastSign = System.nanoTime();
        if (!body.hasRemaining()) {
            channel.endStream();
        }
    }

    @Override
    public void consumeInformation(HttpResponse response, HttpContext context) {
        lastSign = System.nanoTime();
    }

    @Override
    public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context) {
        if (phase == Phase.ENDED) {
            return;
        }
        phase = Phase.READING;
        lastSign = System.nanoTime();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        Header connection = response.getFirstHeader("Connection");
        reusable = response.getVersion() != null
                && response.getVersion().greaterEquals(HttpVersion.HTTP_1_1)
                && (connection == null || !"close".equalsIgnoreCase(connection.getValue()));
        guarded(() -> receiver.head(response.getCode(), HttpHeaders.of(headers, (name, value) -> true)));
        if (entity == null) {
            complete();
        }
    }

    @Override
    public void updateCapacity(CapacityChannel channel) {
        synchronized (this) {
            suspended = channel;
            resume();
        }
    }

    @Override
    public void consume(ByteBuffer piece) {
        lastSign = System.nanoTime();
        if (phase == Phase.ENDED) {
            piece.position(piece.limit());
            return;
        }
        synchronized (this) {
            waiting += piece.remaining();
        }
        guarded(() -> receiver.piece(piece));
        piece.position(piece.limit());
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        complete();
    }

    @Override
    public void failed(Exception failure) {
        fail(failure);
    }

    @Override
    public void cancel() {
        fail(new ConnectionClosedException("The connection was closed before the request was sent."));
    }

    @Override
    public void releaseResources() {
        // After each answer, where an exception would be made for nothing.
        if (phase != Phase.ENDED) {
            fail(new ConnectionClosedException("The connection ended before the answer did."));
        }
    }

    private void execute(AsyncClientEndpoint connected) {
        synchronized (this) {
            endpoint = connected;
        }
        if (phase == Phase.ENDED) {
            connected.releaseAndDiscard();
            return;
        }
        lastSign = System.nanoTime();
        phase = Phase.WAITING;
        connected.execute(this, HttpCoreContext.create());
    }

    private void abort(Exception reason) {
        Future<AsyncClientEndpoint> connection;
        synchronized (this) {
            connection = connecting;
        }
        fail(reason);
        if (connection != null) {
            connection.cancel(true);
        }
    }

    private void complete() {
        if (end()) {
            if (reusable) {
                endpoint().releaseAndReuse();
            } else {
                endpoint().releaseAndDiscard();
            }
            receiver.end();
        }
    }

    private void fail(Exception failure) {
        if (!end()) {
            return;
        }
        AsyncClientEndpoint connected = endpoint();
        if (connected != null) {
            connected.releaseAndDiscard();
        }
        receiver.failed(failure);
    }

    private synchronized AsyncClientEndpoint endpoint() {
        return endpoint;
    }

    private boolean end() {
        synchronized (this) {
            if (phase == Phase.ENDED) {
                return false;
            }
            phase = Phase.ENDED;
        }
        deadlines.remove(this);
        return true;
    }

    /** What a receiver throws ends its exchange and not the thread, which serves others. */
    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException refused) {
            fail(refused);
        }
    }

    private synchronized boolean isHeldBack() {
        return suspended != null;
    }

    private void resume() {
        if (suspended != null && waiting <= HttpTransport.WINDOW_BYTES / 2) {
            CapacityChannel channel = suspended;
            suspended = null;
            int more = taken;
            taken = 0;
            lastSign = System.nanoTime();
            try {
                channel.update(more);
            } catch (IOException closed) {
                // The connection tells its end by itself.
                suspended = null;
            }
        }
    }
}
