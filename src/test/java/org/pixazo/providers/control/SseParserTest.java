package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pixazo.errors.entity.UpstreamFailedException;

class SseParserTest {

    private static final String STREAM = "\uFEFFdata: one\n\n"
            + ": a comment\n\n"
            + "event: delta\r\ndata: Größe 🎨 日本\r\ndata:  two spaces\r\n\r\n"
            + "data:no space\rdata\rid: 7\rretry: 10\r\r"
            + "unknown: field\n\n"
            + "data: {\"a\":\"b: c\"}\n\n"
            + "data: last without its blank line";

    private static final List<SseEvent> EVENTS = List.of(
            new SseEvent("message", "one"),
            new SseEvent("delta", "Größe 🎨 日本\n two spaces"),
            new SseEvent("message", "no space\n"),
            new SseEvent("message", "{\"a\":\"b: c\"}"),
            new SseEvent("message", "last without its blank line"));

    @Test
    void readsEveryLineEndingCommentsAndSeveralDataLines() {
        assertThat(parse(List.of(STREAM.getBytes(StandardCharsets.UTF_8)))).isEqualTo(EVENTS);
    }

    @Test
    void anySplitInTwoGivesTheSameEvents() {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(parse(split(bytes, List.of(cut)))).as("cut at %d", cut).isEqualTo(EVENTS);
        }
    }

    @Test
    void anySplitInManyGivesTheSameEvents() {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        for (long seed = 0; seed < 500; seed++) {
            List<Integer> cuts = new Random(seed)
                    .ints(20, 0, bytes.length + 1)
                    .sorted()
                    .boxed()
                    .toList();
            assertThat(parse(split(bytes, cuts))).as("seed %d", seed).isEqualTo(EVENTS);
        }
    }

    @Test
    void byteByByteGivesTheSameEvents() {
        List<byte[]> pieces = new ArrayList<>();
        for (byte next : STREAM.getBytes(StandardCharsets.UTF_8)) {
            pieces.add(new byte[] {next});
        }
        assertThat(parse(pieces)).isEqualTo(EVENTS);
    }

    @Test
    void refusesALineWithoutEnd() {
        SseParser parser = new SseParser(event -> {}, 100);

        assertThatThrownBy(() -> parser.feed(ByteBuffer.wrap(new byte[101])))
                .isInstanceOf(UpstreamFailedException.class);
    }

    @Test
    void refusesAnEventWithoutEnd() {
        SseParser parser = new SseParser(event -> {}, 100);
        byte[] lines = "data: 0123456789\n".repeat(11).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> parser.feed(ByteBuffer.wrap(lines))).isInstanceOf(UpstreamFailedException.class);
    }

    private static List<SseEvent> parse(List<byte[]> pieces) {
        List<SseEvent> events = new ArrayList<>();
        SseParser parser = new SseParser(events::add);
        pieces.forEach(piece -> parser.feed(ByteBuffer.wrap(piece)));
        parser.end();
        return events;
    }

    private static List<byte[]> split(byte[] bytes, List<Integer> cuts) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            pieces.add(java.util.Arrays.copyOfRange(bytes, from, cut));
            from = cut;
        }
        pieces.add(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
        return pieces;
    }
}
