package org.pixazo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What most tests share: one server with a text upstream and an image upstream, each faked by a server of its own in this
 * process. Made when first asked for; a test keeps out of the others' way by a user of its own.
 */
public final class Shared {

    private static PixazoServer server;
    private static FakeTextUpstream text;
    private static FakeGateway gateway;

    private Shared() {}

    /** The server that all share. */
    public static synchronized PixazoServer server() {
        if (server == null) {
            server = PixazoServer.start(
                    folder("pixazo-shared"),
                    Map.ofEntries(
                            Map.entry("GROK_API_URL", text().url() + "/v1"),
                            Map.entry("GROK_API_KEY", "xai-test"),
                            Map.entry("GROK_MODEL_MAP", "grok-3-auto=fake-large,acme/llama-3+:free=fake-small"),
                            Map.entry("PIXAZO_TEXT_UPSTREAMS", "spare=" + text().url() + "/spare/v1"),
                            Map.entry("PIXAZO_TEXT_UPSTREAM_KEYS", "spare=spare-test"),
                            Map.entry("PIXAZO_MODEL_ROUTES", "routed=grok:fail-503|spare:spare-large"),
                            Map.entry("PIXAZO_GATEWAY_URL", gateway().url().toString()),
                            Map.entry("PIXAZO_API_KEY", "gateway-test"),
                            Map.entry("PIXAZO_FIRST_BYTE_TIMEOUT", "3"),
                            Map.entry("PIXAZO_IDLE_TIMEOUT", "3"),
                            Map.entry("PIXAZO_GATEWAY_PACE", "100000"),
                            Map.entry("PIXAZO_IMAGE_JOBS_AT_ONCE", "pixazo=8,offline=2")));
        }
        return server;
    }

    /** The text upstream of the shared server. */
    public static synchronized FakeTextUpstream text() {
        if (text == null) {
            text = new FakeTextUpstream(0);
        }
        return text;
    }

    /** The image upstream of the shared server. */
    public static synchronized FakeGateway gateway() {
        if (gateway == null) {
            gateway = new FakeGateway(0);
        }
        return gateway;
    }

    /** A fresh folder. */
    public static Path folder(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
