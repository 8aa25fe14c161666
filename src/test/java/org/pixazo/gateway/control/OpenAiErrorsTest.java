package org.pixazo.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.QuotaExceededException;
import org.pixazo.errors.entity.TooLargeException;
import org.pixazo.errors.entity.TooManyRequestsException;
import org.pixazo.errors.entity.UnauthenticatedException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.errors.entity.UpstreamTimedOutException;
import org.pixazo.gateway.entity.OpenAiError;
import org.pixazo.models.entity.ModelKind;
import org.pixazo.models.entity.UnknownModelException;

class OpenAiErrorsTest {

    static List<Arguments> failures() {
        String request = "invalid_request_error";
        return List.of(
                Arguments.of(new UnauthenticatedException("x"), 401, request, null, "invalid_api_key"),
                Arguments.of(new ForbiddenException("x"), 403, request, null, "insufficient_permissions"),
                Arguments.of(new NotFoundException("x"), 404, request, null, "not_found"),
                Arguments.of(
                        new UnknownModelException("gpt-9", ModelKind.TEXT), 404, request, "model", "model_not_found"),
                Arguments.of(new InvalidInputException("n", "must be 1"), 400, request, "n", null),
                Arguments.of(InvalidInputException.malformed("x", null), 400, request, null, null),
                Arguments.of(new ConflictException("x"), 409, request, null, null),
                Arguments.of(new TooLargeException("x"), 413, request, null, null),
                Arguments.of(new TooManyRequestsException("x", 3), 429, "requests", null, "rate_limit_exceeded"),
                Arguments.of(new QuotaExceededException("x"), 429, "insufficient_quota", null, "insufficient_quota"),
                Arguments.of(new UpstreamFailedException("x"), 502, "server_error", null, "upstream_error"),
                Arguments.of(new UnavailableException("x"), 503, "server_error", null, "service_unavailable"),
                Arguments.of(new UpstreamTimedOutException("x"), 504, "server_error", null, "upstream_timeout"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_failure_has_a_status_a_type_and_a_code(
            PixazoException failure, int status, String type, String param, String code) {
        assertThat(OpenAiErrors.status(failure)).isEqualTo(status);
        OpenAiError.Fault fault = OpenAiErrors.of(failure).error();
        assertThat(fault.type()).isEqualTo(type);
        assertThat(fault.param()).isEqualTo(param);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.message()).isNotBlank();
    }
}
