package org.pixazo.telegram.control;

import java.util.concurrent.CompletionStage;

/** A command of the bot. Its description for the menu is the text {@code command.<name>}. */
public interface Command {

    /** Without the slash. */
    String name();

    /** Place in the menu, from 1. */
    int place();

    /** Whether it is there for people without an account. */
    default boolean open() {
        return false;
    }

    /** Whether it works on the photo that it is written below. */
    default boolean takesPhoto() {
        return false;
    }

    /**
     * Does it.
     *
     * @param arguments what stands behind the command; empty for nothing
     * @return done when all that shall be sent is known
     */
    CompletionStage<Void> run(Exchange exchange, String arguments);
}
