package org.pixazo.testing;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response of the server. */
public final class Answer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpRequest request;
    private final HttpResponse<byte[]> response;

    Answer(HttpRequest request, HttpResponse<byte[]> response) {
        this.request = request;
        this.response = response;
    }

    /** The same answer, whose status must be this one. */
    public Answer expect(int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(
                    request + " gave " + response.statusCode() + " instead of " + status + ": " + body());
        }
        return this;
    }

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public byte[] bytes() {
        return response.body();
    }

    public String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** A text field of the body, by a path such as {@code reply/content}. */
    public String text(String path) {
        return at(path).asString();
    }

    /** A whole number of the body, by a path such as {@code message/id}. */
    public long number(String path) {
        return at(path).asLong();
    }

    /** A part of the body, by a path such as {@code items/0/name}. */
    public JsonNode at(String path) {
        return json().at("/" + path);
    }

    @Override
    public String toString() {
        return response.statusCode() + " " + body();
    }
}
