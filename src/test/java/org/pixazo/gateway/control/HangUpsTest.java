package org.pixazo.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.testing.Wait;

class HangUpsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HangUps hangUps = new HangUps();
    private final Waiting relay = new Waiting();
    private ServerSocketChannel server;
    private SocketChannel client;
    private SocketChannel connection;

    @BeforeEach
    void connect() throws IOException {
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        client = SocketChannel.open(server.getLocalAddress());
        connection = server.accept();
        connection.configureBlocking(false);
    }

    @AfterEach
    void close() throws IOException {
        hangUps.close();
        connection.close();
        client.close();
        server.close();
    }

    @Test
    void who_waits_is_not_found() throws IOException {
        hangUps.watch(relay, connection);

        assertThat(hangUps.find()).isEmpty();
    }

    @Test
    void who_has_closed_is_found_once() throws IOException {
        hangUps.watch(relay, connection);
        client.close();

        Wait.until(PATIENCE, () -> found() == 1);
        hangUps.watch(relay, connection);
        assertThat(hangUps.find()).isEmpty();
    }

    @Test
    void who_asks_again_already_is_not_found_and_its_request_stays_whole() throws IOException {
        hangUps.watch(relay, connection);
        client.write(ByteBuffer.wrap("next".getBytes(StandardCharsets.US_ASCII)));
        Wait.until(PATIENCE, () -> available() == 4);

        assertThat(hangUps.find()).isEmpty();
        ByteBuffer read = ByteBuffer.allocate(10);
        assertThat(connection.read(read)).isEqualTo(4);
    }

    @Test
    void who_is_forgotten_is_not_found_though_the_next_on_the_same_connection_is() throws IOException {
        hangUps.watch(relay, connection);
        hangUps.forget(relay);
        Waiting next = new Waiting();
        hangUps.watch(next, connection);
        hangUps.find();
        hangUps.watch(next, connection);
        client.close();

        Wait.until(PATIENCE, () -> found() == 1);
    }

    @Test
    void a_connection_that_the_server_has_closed_is_one_whose_client_has_gone() throws IOException {
        connection.close();
        hangUps.watch(relay, connection);

        assertThat(relay.ended.get()).isEqualTo(1);
    }

    private int found() {
        try {
            return hangUps.find().size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int available() {
        try {
            return connection.socket().getInputStream().available();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Waiting implements Relay {

        private final AtomicInteger ended = new AtomicInteger();

        @Override
        public void interrupt(PixazoException reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void beat() {
            throw new AssertionError("Nobody beats here");
        }

        @Override
        public void hungUp() {
            ended.incrementAndGet();
        }
    }
}
