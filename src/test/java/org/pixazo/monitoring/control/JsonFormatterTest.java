package org.pixazo.monitoring.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonFormatterTest {

    private static final String METRICS_KEY = "scrape/me?0123";

    private String requestId;
    private final JsonFormatter formatter = new JsonFormatter(new Masking(List.of(METRICS_KEY, "a")), () -> requestId);

    @Test
    void writesOneJsonObjectALine() {
        LogRecord entry = entry("Job {0} of {1} is done", 7, "nine");
        entry.setInstant(Instant.parse("2026-11-24T10:41:37.123456Z"));
        requestId = "req-1";

        String line = formatter.format(entry);

        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        JsonNode json = read(line);
        assertThat(json.propertyNames()).containsExactly("time", "level", "logger", "message", "request_id");
        assertThat(json.get("time").stringValue()).isEqualTo("2026-11-24T10:41:37.123Z");
        assertThat(json.get("level").stringValue()).isEqualTo("WARNING");
        assertThat(json.get("logger").stringValue()).isEqualTo("org.pixazo.Test");
        assertThat(json.get("message").stringValue()).isEqualTo("Job 7 of nine is done");
        assertThat(json.get("request_id").stringValue()).isEqualTo("req-1");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        LogRecord entry = new LogRecord(Level.INFO, null);

        JsonNode json = read(formatter.format(entry));

        assertThat(json.propertyNames()).containsExactly("time", "level", "logger", "message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quoted\" \\ back",
                "two\nlines\r\n\tand tabs",
                "\u0000\u001b[31m",
                "Grüße 😀 \u2028",
                "half \ud83d"
            })
    void keepsEveryCharacter(String message) {
        String line = formatter.format(entry(message));

        assertThat(line.strip()).doesNotContain("\n", "\r", "\u001b", "\u0000");
        assertThat(read(line).get("message").stringValue()).isEqualTo(message);
    }

    @Test
    void writesStackTracesWithTheirCausesAndWithoutSecrets() {
        LogRecord entry = entry("It failed");
        entry.setThrown(new IllegalStateException("outer", new java.io.IOException("401 for pxz_abcdefghijkl")));

        String error = read(formatter.format(entry)).get("error").stringValue();

        assertThat(error)
                .startsWith("java.lang.IllegalStateException: outer\n\tat ")
                .contains("Caused by: java.io.IOException: 401 for pxz_***")
                .doesNotContain("abcdefghijkl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization: Bearer abc.def-ghi | Authorization: Bearer ***",
                "authorization=[Basic dXNlcjpwYXNz] | authorization=[Basic ***]",
                "sent Bearer eyJhbGciOi.x.y to it | sent Bearer *** to it",
                "key pxz_0123456789abcdef was | key pxz_*** was",
                "key xai-0123456789abcdef was | key xai-*** was",
                "key sk-proj-0123456789abcdef was | key sk-*** was",
                "Cookie: pixazo_session=abcdef; x=1 | Cookie: pixazo_session=***; x=1",
                "jdbc:postgresql://db/p?user=u&password=hunter2&ssl=true | jdbc:postgresql://db/p?user=u&password=***&ssl=true",
                "{\"api_key\":\"abc\",\"n\":1} | {\"api_key\":\"***\",\"n\":1}",
                "POST /bot123456789:AAabcdefghijklmnopqrstuvwxyz0123456/send | POST /bot123456789:***/send",
                "the setting scrape/me?0123 is | the setting *** is",
                "a task at basketball is risk-free | a task at basketball is risk-free"
            })
    void masksSecrets(String message, String masked) {
        assertThat(read(formatter.format(entry(message))).get("message").stringValue())
                .isEqualTo(masked);
    }

    private static LogRecord entry(String message, Object... parameters) {
        LogRecord entry = new LogRecord(Level.WARNING, message);
        entry.setLoggerName("org.pixazo.Test");
        entry.setParameters(parameters);
        return entry;
    }

    private static JsonNode read(String line) {
        return JsonMapper.shared().readTree(line);
    }
}
