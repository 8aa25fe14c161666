package org.pixazo.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;

/** Clients that offer HTTP/2 without TLS, as the JDK's own does, get their answers by HTTP/1.1. */
class Http2IT {

    private static final int REQUESTS = 100;
    private static final int REFUSALS = 200;
    private static final int BODY = 20_000;
    private static final int PATIENCE_MILLIS = 20_000;

    private final PixazoServer server = Shared.server();

    @Test
    void an_offer_is_passed_over_and_the_request_answered() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/api/workspaces"))
                .header("Authorization", "Bearer " + PixazoServer.ADMIN_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"with an offer\"}"))
                .build();

        // On one connection, which an offer must not end; the client would fail at times if it did.
        for (int i = 0; i < REQUESTS; i++) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body()).contains("with an offer");
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
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

    @Test
    void one_that_begins_with_HTTP_2_is_refused_in_words_of_HTTP_1() throws IOException {
        try (Socket socket = new Socket("localhost", server.uri().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            String begin = new String(answer.readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(begin).matches("HTTP/1\\.1 [45]\\d\\d");
        }
    }
}
