package org.pixazo.gateway.entity;

import jakarta.validation.constraints.NotNull;

/**
 * The body of every failure, as in OpenAI's {@code ErrorResponse} schema; the official libraries choose their exception
 * by the HTTP status and show the rest.
 *
 * @param error what happened
 */
public record OpenAiError(@NotNull Fault error) {

    /** {@code type} of failures that the request caused. */
    public static final String INVALID_REQUEST = "invalid_request_error";

    /** {@code type} of failures of the server or of an upstream. */
    public static final String SERVER = "server_error";

    /**
     * What happened. All four are always written.
     *
     * @param message for people
     * @param type the kind of failure
     * @param param name of the parameter at fault, or null
     * @param code for programs, or null
     */
    public record Fault(@NotNull String message, @NotNull String type, String param, String code) {}

    public static OpenAiError of(String message, String type, String param, String code) {
        return new OpenAiError(new Fault(message, type, param, code));
    }
}
