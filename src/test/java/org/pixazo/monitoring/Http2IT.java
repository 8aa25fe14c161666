package org.pixazo.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;

/** Clients that offer HTTP/2 without TLS, as the JDK's own does. */
class Http2IT {

    private static final String STREAM = "org.glassfish.grizzly.http2.Http2Stream";
    private static final int REQUESTS = 600;
    private static final int REFUSALS = 200;
    private static final int BODY = 20_000;

    private final PixazoServer server = Shared.server();

    @Test
    void their_requests_are_forgotten_once_they_are_answered() throws Exception {
        long before = aliveInServer(STREAM);
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/api/workspaces"))
                .header("Authorization", "Bearer " + PixazoServer.ADMIN_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"by HTTP/2\"}"))
                .build();

        for (int i = 0; i < REQUESTS; i++) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        }

        // The server clears away by the fifty, each connection for itself; other tests may have connections of their
        // own.
        assertThat(aliveInServer(STREAM) - before).isLessThan(REQUESTS / 2);
    }

    @Test
    void one_that_is_refused_before_its_body_is_read_leaves_the_connection_to_others() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest refused = HttpRequest.newBuilder(server.uri().resolve("/api/workspaces"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + "x".repeat(BODY) + "\"}"))
                .build();

        for (int i = 0; i < REFUSALS; i++) {
            assertThat(client.send(refused, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private long aliveInServer(String className) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process histogram = new ProcessBuilder(jcmd, Long.toString(server.pid()), "GC.class_histogram").start();
            try (Scanner lines = new Scanner(histogram.getInputStream())) {
                return lines.useDelimiter("\n")
                        .tokens()
                        .map(line -> line.trim().split("\\s+"))
                        .filter(columns -> columns.length > 3 && columns[3].equals(className))
                        .mapToLong(columns -> Long.parseLong(columns[1]))
                        .sum();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
