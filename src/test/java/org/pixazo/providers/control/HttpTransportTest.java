package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.FakeTextUpstream;
import org.pixazo.testing.RawUpstream;
import org.pixazo.testing.Wait;

class HttpTransportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final HttpTransport transport = new HttpTransport(new DeadlineWatch(clock));
    private final Heard heard = new Heard();

    @AfterEach
    void close() {
        transport.close();
        clock.shutdownNow();
    }

    @Test
    void holdsAFastUpstreamBackUntilItsBytesAreDealtWith() {
        try (FakeTextUpstream fake = new FakeTextUpstream(0)) {
            send(UpstreamRequest.post(
                    fake.url().resolve("/v1/chat/completions"),
                    "{\"stream\":true,\"messages\":[{\"content\":\"flood\"}]}".getBytes()));

            Wait.until(PATIENCE, () -> heard.bytes.get() >= HttpTransport.WINDOW_BYTES - 1);
            long first = fakeStandsStill(fake);
            assertThat(heard.bytes.get()).isLessThan(2L * HttpTransport.WINDOW_BYTES);
            assertThat(first).isLessThan(FakeTextUpstream.FLOOD_BYTES / 2);

            heard.exchange.taken((int) heard.bytes.get());
            Wait.until(PATIENCE, () -> heard.bytes.get() >= 2L * HttpTransport.WINDOW_BYTES - 2);
        }
    }

    @Test
    void givesWhatCameTogetherWithTheBreakOfTheConnection() throws Exception {
        try (RawUpstream raw = new RawUpstream(connection ->
                connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n3\r\ntwo\r\n"))) {
            send(UpstreamRequest.get(raw.url()));

            assertThat(heard.end.handle((end, failure) -> failure).join()).isNotNull();
            assertThat(heard.bytes.get()).isEqualTo(6);
        }
    }

    private void send(UpstreamRequest request) {
        transport.send(request, TestHttp.PATIENT, heard);
    }

    private static long fakeStandsStill(FakeTextUpstream fake) {
        long[] seen = {-1, System.nanoTime()};
        Wait.until(PATIENCE, () -> {
            long now = fake.flooded();
            if (now != seen[0]) {
                seen[0] = now;
                seen[1] = System.nanoTime();
            }
            return System.nanoTime() - seen[1] > 500_000_000;
        });
        return seen[0];
    }

    private static final class Heard implements AnswerReceiver {

        private final AtomicLong bytes = new AtomicLong();
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private volatile HttpExchange exchange;

        @Override
        public void begun(HttpExchange newExchange) {
            exchange = newExchange;
        }

        @Override
        public void head(int status, HttpHeaders headers) {
            assertThat(status).isEqualTo(200);
        }

        @Override
        public void piece(ByteBuffer piece) {
            bytes.addAndGet(piece.remaining());
        }

        @Override
        public void end() {
            end.complete(null);
        }

        @Override
        public void failed(Exception failure) {
            end.completeExceptionally(failure);
        }
    }
}
