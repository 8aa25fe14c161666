package org.pixazo.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.pixazo.settings.entity.WrongSettingException;

/** Whether the port of the packaged start, {@code PIXAZO_PORT}, can be had. */
final class HttpPort {

    private static final String VARIABLE = "PIXAZO_PORT";

    private static final String ALLOWED = "a free port number from 1 to 65535 is allowed";

    private HttpPort() {}

    /**
     * Makes sure that the server will be able to listen on the port; it would notice only seconds later.
     *
     * @throws WrongSettingException when the port can't be had
     */
    static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the server does: a port whose last connections still linger in TIME_WAIT is free.
            socket.setReuseAddress(!System.getProperty("os.name", "").startsWith("Windows"));
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new WrongSettingException(
                    VARIABLE + ": port " + port + " can't be used (" + OneLine.of(e) + "); " + ALLOWED, e);
        }
    }
}
