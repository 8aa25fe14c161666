package org.pixazo.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The rules for the port of the packaged start, {@code PIXAZO_PORT}. */
final class HttpPort {

    static final String VARIABLE = "PIXAZO_PORT";

    static final int DEFAULT = 8080;

    private static final String ALLOWED = "a free port number from 1 to 65535 is allowed";

    private HttpPort() {}

    /**
     * Reads the setting's value; a missing or empty one means the default.
     *
     * @throws WrongSettingException when the value is no port number
     */
    static int parse(String value) {
        if (value == null || value.isBlank()) {
            return DEFAULT;
        }
        String digits = value.strip();
        // Not Integer.parseInt alone: it would take "+80" and the digits of other scripts.
        if (digits.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(digits);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        }
        throw new WrongSettingException(VARIABLE + ": " + OneLine.quote(value) + " is not a port number; " + ALLOWED);
    }

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
