package org.pixazo.providers.control;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.bootstrap.AsyncRequesterBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;
import org.apache.hc.core5.http.nio.ssl.BasicClientTlsStrategy;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.pixazo.providers.entity.ProviderTimeouts;

/**
 * The connections to all upstreams, over Apache HttpCore's event loop: two to eight threads, whatever the number of exchanges.
 * Redirects are not followed: whoever wants to must look at the target first. Made when first used, so that a start does
 * not pay for it. Thread-safe.
 *
 * <p>HTTP/1.1 only: ending a call closes its connection, which every upstream understands at once.
 */
final class HttpTransport implements AutoCloseable {

    /** Bytes of one answer that may wait here for their reader; what is beyond stays with the upstream. */
    static final int WINDOW_BYTES = 64 * 1024;

    /** Each open connection has three of these, so the library's 32 KB would be 96 MB for a thousand streams. */
    private static final int BUFFER_BYTES = 4 * 1024;

    /** They write answers to clients as well, so on larger machines two would be the narrowest place. */
    private static final int IO_THREADS =
            Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));

    private static final int MOST_CONNECTIONS_PER_HOST = 5_000;
    private static final int MOST_CONNECTIONS = 20_000;

    /** Many servers close idle connections after 60 s or later; whoever closes sooner tells us. */
    private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(50);

    private final DeadlineWatch deadlines;
    private HttpAsyncRequester requester;
    private boolean closed;

    HttpTransport(DeadlineWatch deadlines) {
        this.deadlines = deadlines;
    }

    /** Begins an exchange and returns at once; only the lookup of a host name may wait, where no connection is open. */
    void send(UpstreamRequest request, ProviderTimeouts timeouts, AnswerReceiver receiver) {
        HttpExchange exchange = new HttpExchange(request, host(request), timeouts, receiver, deadlines);
        receiver.begun(exchange);
        deadlines.add(exchange);
        try {
            exchange.connect(requester());
        } catch (RuntimeException refused) {
            exchange.failed(refused);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (requester != null) {
            requester.close(CloseMode.IMMEDIATE);
        }
    }

    private static HttpHost host(UpstreamRequest request) {
        URI uri = request.uri();
        String name = uri.getHost();
        String host = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        return new HttpHost(uri.getScheme(), request.address(), host, uri.getPort());
    }

    private synchronized HttpAsyncRequester requester() {
        if (closed) {
            throw new IllegalStateException("The connections to the upstreams are closed.");
        }
        if (requester == null) {
            requester = AsyncRequesterBootstrap.bootstrap()
                    .setIOReactorConfig(IOReactorConfig.custom()
                            .setIoThreadCount(IO_THREADS)
                            .setTcpNoDelay(true)
                            .setSoKeepAlive(true)
                            .build())
                    .setHttp1Config(Http1Config.custom()
                            .setBufferSize(BUFFER_BYTES)
                            .setInitialWindowSize(WINDOW_BYTES)
                            .build())
                    // Without the library's RequestExpectContinue, at which most servers wait or fail.
                    .setHttpProcessor(new DefaultHttpProcessor(
                            new RequestTargetHost(), new RequestContent(), new RequestConnControl()))
                    .setDefaultMaxPerRoute(MOST_CONNECTIONS_PER_HOST)
                    .setMaxTotal(MOST_CONNECTIONS)
                    .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                    .setPoolReusePolicy(PoolReusePolicy.LIFO)
                    .setIOSessionDecorator(ReadRounds::of)
                    .setTlsStrategy(new BasicClientTlsStrategy(tls(), HttpTransport::verifyName, null))
                    .setTlsHandshakeTimeout(Timeout.ofSeconds(30))
                    .create();
            requester.start();
            deadlines.every(LONGEST_IDLE.toDuration().dividedBy(2), () -> requester.closeIdle(LONGEST_IDLE));
        }
        return requester;
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has TLS", e);
        }
    }

    /** The library checks the certificate's chain only, unless the engine is told to check the name as well. */
    private static void verifyName(NamedEndpoint endpoint, SSLEngine engine) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
    }
}
