package org.pixazo.gateway.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the clients that have hung up while they wait for an answer. Takes nothing from their connections, which are the
 * server's: a connection that is ready for reading and has nothing to read is one whose other end has closed. One that
 * has something to read is a client that sends its next request already; it is not looked at any more.
 *
 * <p>One thread watches and looks; {@link #forget} is for any.
 */
final class HangUps implements AutoCloseable {

    private final Map<Relay, SelectionKey> watched = new ConcurrentHashMap<>();
    private final Selector selector;

    HangUps() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("The system has no selector left", e);
        }
    }

    /** Begins to look at a client, unless it is looked at already. */
    void watch(Relay relay, SocketChannel client) {
        if (watched.containsKey(relay)) {
            return;
        }
        try {
            watched.put(relay, client.register(selector, SelectionKey.OP_READ, relay));
        } catch (CancelledKeyException answeredJustNow) {
            // The connection's last answer is forgotten at the next look; then its next one can be watched.
            watched.remove(relay);
        } catch (ClosedChannelException gone) {
            relay.hungUp();
        }
    }

    /** Stops looking at a client, whose answer has ended. */
    void forget(Relay relay) {
        SelectionKey key = watched.remove(relay);
        if (key != null) {
            key.cancel();
        }
    }

    /** Who has hung up. */
    List<Relay> find() throws IOException {
        selector.selectNow();
        List<Relay> gone = new ArrayList<>();
        for (SelectionKey key : selector.selectedKeys()) {
            SocketChannel client = (SocketChannel) key.channel();
            try {
                if (client.socket().getInputStream().available() == 0) {
                    gone.add((Relay) key.attachment());
                }
            } catch (IOException closedByTheServer) {
                gone.add((Relay) key.attachment());
            }
            key.cancel();
        }
        selector.selectedKeys().clear();
        return gone;
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
