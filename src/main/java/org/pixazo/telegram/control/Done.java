package org.pixazo.telegram.control;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The end of what needs no waiting. */
final class Done {

    private Done() {}

    static CompletionStage<Void> now() {
        return CompletableFuture.completedFuture(null);
    }
}
