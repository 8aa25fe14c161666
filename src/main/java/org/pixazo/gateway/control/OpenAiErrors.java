package org.pixazo.gateway.control;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.QuotaExceededException;
import org.pixazo.gateway.entity.ModelNotAllowedException;
import org.pixazo.gateway.entity.OpenAiError;
import org.pixazo.models.entity.UnknownModelException;
import org.pixazo.providers.entity.ImageRefusedException;
import org.pixazo.providers.entity.OutOfCreditException;
import org.pixazo.providers.entity.QuestionRefusedException;
import org.pixazo.providers.entity.UpstreamBusyException;
import org.pixazo.web.control.RequestId;

/**
 * Says Pixazo's failures in OpenAI's words. Types and codes are those that OpenAI's own service gives, where it has one
 * for the case.
 */
public final class OpenAiErrors {

    private static final int TOO_MANY_REQUESTS = 429;

    private OpenAiErrors() {}

    /** HTTP status of a failure, which decides the exception that a client library raises. */
    public static int status(PixazoException failure) {
        if (failure instanceof UnknownModelException) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (failure instanceof ImageRefusedException) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (failure instanceof UpstreamBusyException || failure instanceof OutOfCreditException) {
            return TOO_MANY_REQUESTS;
        }
        return failure.status();
    }

    /** The body for a failure. */
    public static OpenAiError of(PixazoException failure) {
        if (failure instanceof UnknownModelException unknown) {
            return unknownModel(unknown.model());
        }
        if (failure instanceof InvalidInputException invalid) {
            String param =
                    invalid.errors().isEmpty() ? null : invalid.errors().get(0).field();
            return OpenAiError.of(invalid.getMessage(), OpenAiError.INVALID_REQUEST, param, null);
        }
        if (failure instanceof QuestionRefusedException refused) {
            QuestionRefusedException.Words words = refused.words();
            OpenAiError usual = of(refused.status(), words.message());
            return OpenAiError.of(
                    words.message(),
                    words.type() == null ? usual.error().type() : words.type(),
                    words.param(),
                    words.code() == null ? usual.error().code() : words.code());
        }
        if (failure instanceof ImageRefusedException refused) {
            String code = refused.forContent() ? "content_policy_violation" : null;
            return OpenAiError.of(refused.getMessage(), OpenAiError.INVALID_REQUEST, null, code);
        }
        if (failure instanceof QuotaExceededException || failure instanceof OutOfCreditException) {
            return OpenAiError.of(failure.getMessage(), "insufficient_quota", null, "insufficient_quota");
        }
        if (failure instanceof ModelNotAllowedException) {
            return OpenAiError.of(failure.getMessage(), OpenAiError.INVALID_REQUEST, "model", "model_not_allowed");
        }
        if (failure instanceof ForbiddenException) {
            return OpenAiError.of(failure.getMessage(), OpenAiError.INVALID_REQUEST, null, "insufficient_permissions");
        }
        return of(status(failure), failure.getMessage());
    }

    /** The body for a status about which no more is known than a message. */
    public static OpenAiError of(int status, String message) {
        String code = switch (status) {
            case 401 -> "invalid_api_key";
            case 404 -> "not_found";
            case TOO_MANY_REQUESTS -> "rate_limit_exceeded";
            case 502 -> "upstream_error";
            case 503 -> "service_unavailable";
            case 504 -> "upstream_timeout";
            default -> null;
        };
        String type = switch (status) {
            case TOO_MANY_REQUESTS -> "requests";
            default -> status >= 500 ? OpenAiError.SERVER : OpenAiError.INVALID_REQUEST;
        };
        return OpenAiError.of(message, type, null, code);
    }

    /** The body where a model does not exist or is not the caller's to see. */
    public static OpenAiError unknownModel(String model) {
        return OpenAiError.of(
                "The model '" + model + "' does not exist or you do not have access to it. GET /v1/models lists yours.",
                OpenAiError.INVALID_REQUEST,
                "model",
                "model_not_found");
    }

    /** The body for a failure that nobody foresaw: without its inside, but with what finds it in the log. */
    public static OpenAiError unexpected() {
        return of(
                HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                "Something went wrong inside Pixazo. The log has the details under the request id "
                        + RequestId.current() + ".");
    }

    /** Answers a request with a failure: status, headers and body. Only before anything else was sent. */
    public static void write(HttpServletResponse response, PixazoException failure) throws IOException {
        if (failure.retryAfterSeconds() > 0) {
            response.setHeader("Retry-After", Long.toString(failure.retryAfterSeconds()));
        }
        if (failure.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"pixazo\"");
        }
        write(response, status(failure), of(failure));
    }

    /** Answers a request with a failure that has a body already. Only before anything else was sent. */
    public static void write(HttpServletResponse response, int status, OpenAiError body) throws IOException {
        response.setStatus(status);
        JsonBodies.write(response, body);
    }
}
