package org.pixazo.schema.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    @Test
    void hasAFixedWidth() {
        assertEquals("2026-11-24T10:41:37.000000Z", InstantText.of(Instant.parse("2026-11-24T10:41:37Z")));
        assertEquals("0001-01-01T00:00:00.000001Z", InstantText.of(Instant.parse("0001-01-01T00:00:00.000001Z")));
        assertEquals("9999-12-31T23:59:59.999999Z", InstantText.of(Instant.parse("9999-12-31T23:59:59.999999999Z")));
    }

    @Test
    void readsBackWhatItWroteAndAgreesWithJavaTime() {
        SplittableRandom random = new SplittableRandom(20261124);
        for (int i = 0; i < 10_000; i++) {
            Instant instant =
                    Instant.ofEpochSecond(random.nextLong(FIRST, LAST + 1), random.nextInt(1_000_000) * 1000L);
            String text = InstantText.of(instant);
            assertEquals(instant, InstantText.parse(text));
            assertEquals(instant, Instant.parse(text));
        }
    }

    @Test
    void sortsAsTimeDoes() {
        SplittableRandom random = new SplittableRandom(7);
        Instant earlier = Instant.parse("1999-12-31T23:59:59.999999Z");
        for (int i = 0; i < 1_000; i++) {
            Instant later = earlier.plus(1 + random.nextInt(1_000_000_000), ChronoUnit.MICROS);
            assertTrue(InstantText.of(earlier).compareTo(InstantText.of(later)) < 0);
            earlier = later;
        }
    }

    @Test
    void readsOtherWritingsToo() {
        assertEquals(Instant.parse("2026-11-24T10:41:37Z"), InstantText.parse("2026-11-24T10:41:37Z"));
        assertEquals(Instant.parse("2026-11-24T10:41:37.123Z"), InstantText.parse("2026-11-24T10:41:37.123Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-24T10:41:37.123456Z", "2026-11-24T1x:41:37.123456Z"})
    void refusesWhatIsNoTime(String text) {
        assertThrows(DateTimeParseException.class, () -> InstantText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void refusesYearsThatDoNotFit(String text) {
        assertThrows(DateTimeException.class, () -> InstantText.of(Instant.parse(text)));
    }
}
