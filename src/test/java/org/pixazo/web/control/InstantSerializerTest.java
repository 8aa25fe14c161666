package org.pixazo.web.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantSerializerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T10:41:37Z",
                "2026-11-24T10:41:37.120Z",
                "2026-11-24T10:41:37.000001Z",
                "2026-11-24T10:41:37.100010Z",
                "2026-11-24T10:40:00Z"
            })
    void writesATimeAsItIsUsuallyWritten(String text) {
        assertEquals("{\"at\":\"" + text + "\"}", Json.write(Map.of("at", Instant.parse(text))));
    }
}
