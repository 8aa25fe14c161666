package org.pixazo.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSplitterTest {

    private static final List<String> EVENTS = List.of(
            "data: {\"a\":1}\n\n",
            ": comment\n\n",
            "event: x\r\ndata: Grün 🎨\r\n\r\n",
            "data: two\ndata: lines\n\n",
            "data: [DONE]\n\n");

    private final List<String> heard = new ArrayList<>();
    private final EventSplitter splitter = new EventSplitter(
            (buffer, from, to) -> heard.add(new String(buffer, from, to - from, StandardCharsets.UTF_8)));

    @Test
    void givesEachEventWithItsBlankLine() {
        feed(String.join("", EVENTS));

        assertThat(heard).isEqualTo(EVENTS);
    }

    @Test
    void givesTheSameWhateverThePieces() {
        byte[] bytes = String.join("", EVENTS).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            heard.clear();
            for (int from = 0; from < bytes.length; ) {
                int to = Math.min(bytes.length, from + 1 + random.nextInt(1 + round % 40));
                splitter.feed(ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, to)));
                from = to;
            }
            assertThat(heard).as("round " + round).isEqualTo(EVENTS);
            assertThat(splitter.isBetweenEvents()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: x\n\n", "data: x\r\n\r\n", "data: x\n\r\n", "data: x\r\n\n", "data: x\r\r"})
    void knowsEveryBlankLine(String event) {
        feed(event + "data: y\n\n");

        assertThat(heard).containsExactly(event, "data: y\n\n");
    }

    @Test
    void waitsForTheEndOfAnEvent() {
        feed("data: half");

        assertThat(heard).isEmpty();
        assertThat(splitter.isBetweenEvents()).isFalse();
    }

    @Test
    void givesWhatNoBlankLineHasEndedAtTheEndOfTheStream() {
        feed("data: [DONE]");
        splitter.flush();
        splitter.flush();

        assertThat(heard).containsExactly("data: [DONE]");
    }

    @Test
    void cutsAnEventThatNeverEnds() {
        feed("data: " + "x".repeat(5 * 1024 * 1024));

        assertThat(heard).hasSize(1);
    }

    private void feed(String text) {
        splitter.feed(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
