package org.pixazo.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A client of the REST API, immutable: {@code with…} gives another one. */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final URI server;
    private final Map<String, String> headers;

    Api(URI server, Map<String, String> headers) {
        this.server = server;
        this.headers = headers;
    }

    /** The same client with one header more. */
    public Api with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Api(server, more);
    }

    /** A client with a session, as the console's pages have it. */
    public Api login(String username, String password) {
        Answer answer = post("/api/auth/login", Map.of("username", username, "password", password))
                .expect(200);
        String cookie = answer.header("Set-Cookie").orElseThrow().split(";")[0];
        return with("Cookie", cookie).with("Origin", server.toString());
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** @param body written as JSON; a string is sent as it is */
    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    /** Posts JSON whose length is not said beforehand. */
    public Answer postInChunks(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send("POST", path, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    /** @param body written as JSON; a string is sent as it is */
    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Any request; a body is sent as JSON unless a header says otherwise. */
    public Answer send(String method, String path, Object body) {
        HttpRequest request = request(method, path, body);
        try {
            return new Answer(request, HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(request + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends something and follows the events of the answer while they come. */
    public EventStream stream(String method, String path, Object body) {
        return EventStream.open(HTTP, with("Accept", "text/event-stream").request(method, path, body));
    }

    private HttpRequest request(String method, String path, Object body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (body == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (body instanceof HttpRequest.BodyPublisher publisher) {
            return request.method(method, publisher).build();
        }
        if (body instanceof byte[] bytes) {
            return request.method(method, HttpRequest.BodyPublishers.ofByteArray(bytes))
                    .build();
        }
        String text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
        return request.method(method, HttpRequest.BodyPublishers.ofString(text)).build();
    }
}
