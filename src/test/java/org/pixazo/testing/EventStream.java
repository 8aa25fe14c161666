package org.pixazo.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events as a reader gets them, one after the other. Closing it hangs up. */
public final class EventStream implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One event.
     *
     * @param name {@code comment} for a comment line
     * @param data parsed; null for a comment
     */
    public record Event(String name, JsonNode data) {}

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;
    private final List<Event> seen = new ArrayList<>();

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    static EventStream open(HttpClient http, HttpRequest request) {
        try {
            return new EventStream(http.send(request, HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(request + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int status() {
        return response.statusCode();
    }

    /** The next event; empty at the end of the stream. */
    public Optional<Event> next() {
        String name = null;
        StringBuilder data = new StringBuilder();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    return Optional.of(keep(new Event("comment", null)));
                } else if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring("data:".length()).strip());
                } else if (line.isEmpty() && name != null) {
                    return Optional.of(keep(new Event(name, JSON.readTree(data.toString()))));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The stream broke", e);
        }
    }

    /** Reads until an event of this name, which must come. */
    public JsonNode until(String name) {
        for (Optional<Event> event = next(); event.isPresent(); event = next()) {
            if (event.get().name().equals(name)) {
                return event.get().data();
            }
        }
        throw new AssertionError("The stream ended without " + name + "; it had " + seen);
    }

    /** Reads to the end. */
    public List<Event> rest() {
        while (next().isPresent()) {
            // Each event is kept.
        }
        return seen;
    }

    /** Everything read so far. */
    public List<Event> seen() {
        return List.copyOf(seen);
    }

    /** The text of all pieces read so far. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Event event : seen) {
            if (event.name().equals("delta")) {
                text.append(event.data().get("content").asString());
            }
        }
        return text.toString();
    }

    private Event keep(Event event) {
        seen.add(event);
        return event;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException("Hanging up failed", e);
        }
    }
}
