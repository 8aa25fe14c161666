package org.pixazo.providers.control;

import java.net.URI;

/** What the gateway can say to a request for a picture. */
sealed interface GatewayAnswer {

    /** The picture is at this address. */
    record At(URI url) implements GatewayAnswer {}

    /** The answer is the picture. */
    record Inline(byte[] bytes) implements GatewayAnswer {}

    /**
     * The picture is not ready.
     *
     * @param requestId null where only an address was given
     * @param pollingUrl null where only an id was given
     */
    record Pending(String requestId, URI pollingUrl) implements GatewayAnswer {}

    /** There will be no picture; {@code words} are the vendor's, free of secrets. */
    record Refused(String words) implements GatewayAnswer {}
}
