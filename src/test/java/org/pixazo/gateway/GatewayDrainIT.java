package org.pixazo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.RawClient;
import org.pixazo.testing.Shared;

/** A server that is told to stop ends what is under way with a word about it. */
class GatewayDrainIT {

    @Test
    void streams_and_documents_end_with_an_error() {
        try (PixazoServer server = PixazoServer.start(
                        Shared.folder("pixazo-gateway-drain"),
                        Map.of("GROK_API_URL", Shared.text().url() + "/v1"));
                RawClient stream = open(server, "stall", true);
                RawClient document = open(server, "stall-start", false)) {
            stream.until("said: ");

            server.terminate();

            assertThat(stream.until("shutting down"))
                    .contains("data: {\"error\":{")
                    .doesNotContain("[DONE]");
            assertThat(document.until("shutting down"))
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: ");
        }
    }

    private static RawClient open(PixazoServer server, String said, boolean stream) {
        String body = "{\"model\":\"grok-4.5\",\"stream\":" + stream
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"" + said + "\"}]}";
        return new RawClient(server.uri(), "/v1/chat/completions", PixazoServer.ADMIN_KEY, body, 0);
    }
}
