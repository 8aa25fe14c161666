package org.pixazo.prompts.boundary;

import jakarta.ws.rs.container.AsyncResponse;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Answers a request when a result is there. */
final class Later {

    private Later() {}

    /** @param executor writes the response, so that a slow reader does not hold the thread on which the result came */
    static void answer(AsyncResponse response, CompletionStage<?> result, Executor executor) {
        result.whenCompleteAsync(
                (body, failure) -> {
                    if (failure == null) {
                        response.resume(body);
                    } else {
                        response.resume(failure);
                    }
                },
                executor);
    }
}
