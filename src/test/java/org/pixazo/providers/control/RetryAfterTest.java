package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "3, PT3S",
        "0, PT0S",
        "1.5, PT1.5S",
        "'Tue, 24 Nov 2026 12:00:20 GMT', PT20S",
        "'Tue, 24 Nov 2026 11:00:00 GMT', PT0S",
        "soon,",
        "-1,",
        "'',",
    })
    void readsSecondsAndDates(String value, Duration wait) {
        HttpHeaders headers = HttpHeaders.of(Map.of("retry-after", List.of(value)), (name, text) -> true);

        assertThat(RetryAfter.of(headers, NOON).orElse(null)).isEqualTo(wait);
    }
}
