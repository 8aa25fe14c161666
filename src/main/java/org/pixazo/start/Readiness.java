package org.pixazo.start;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;

/**
 * Watches for the application's own answer, because the server calls itself ready even when the application is
 * missing.
 */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

    private final URI address;

    Readiness(int port) {
        this.address = URI.create("http://127.0.0.1:" + port + "/api/health/live");
    }

    /** Waits until the application answers 200; false when the time is up before that. */
    boolean await(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!answers()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        return true;
    }

    private boolean answers() {
        try {
            // Not java.net.http: its client would leave a pool and a selector thread behind for one small question.
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(REQUEST_TIMEOUT_MILLIS);
            connection.setReadTimeout(REQUEST_TIMEOUT_MILLIS);
            connection.setRequestProperty("Connection", "close");
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            // Nobody listens yet: that is the very question, and the caller asks again.
            return false;
        }
    }
}
