package org.pixazo.telegram.control;

import java.util.concurrent.CompletionStage;

/** What pressing a button does. The button's data are the name, a colon and a value. */
public interface ButtonAction {

    String name();

    /** @return done when all that shall be sent is known */
    CompletionStage<Void> press(Exchange exchange, String value);
}
