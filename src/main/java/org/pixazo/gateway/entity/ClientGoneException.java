package org.pixazo.gateway.entity;

import org.pixazo.errors.entity.PixazoException;

/**
 * The client has closed the connection, or its own direction of it, which is the same to whoever waits for it (499, as
 * nginx calls it). Only a client that has closed just its own direction hears it.
 */
public class ClientGoneException extends PixazoException {

    public ClientGoneException() {
        super(
                499,
                "client-closed-request",
                "The client has gone",
                "The client has closed its side of the connection before the answer was whole; that is taken for hanging up.",
                null);
    }
}
