package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.providers.entity.UpstreamAccess;
import org.pixazo.testing.RawUpstream;
import org.pixazo.testing.SamplePictures;

class SafeDownloadTest {

    private static final UpstreamAccess SECURE = TestHttp.access(URI.create("https://gateway.pixazo.ai"));

    private final TestHttp http = new TestHttp();
    private final SafeDownload download = new SafeDownload(http.client(), http.pool);

    @AfterEach
    void close() {
        http.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cdn.example/a.png",
                "file:///etc/passwd",
                "https://user:secret@cdn.example/a.png",
                "https://127.0.0.1/a.png",
                "https://localhost/a.png",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/a.png",
                "https://[::ffff:10.0.0.1]/a.png",
                "https://2130706433/a.png",
            })
    void refusesAnAddressThatNoPublicPictureHas(String url) {
        assertThatThrownBy(() -> download.fetch(URI.create(url), SECURE, new CancelSignal())
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(UpstreamFailedException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void aRedirectOfAPlainUpstreamMayNotLeadToAnotherScheme() throws Exception {
        try (RawUpstream raw =
                new RawUpstream(connection -> connection.whole(302, "", "Location: file:///etc/passwd"))) {
            assertThatThrownBy(() -> download.fetch(raw.url(), TestHttp.access(raw.url()), new CancelSignal())
                            .join())
                    .hasMessageContaining("not https");
        }
    }

    @Test
    void aCutConnectionIsNoPicture() throws Exception {
        byte[] picture = SamplePictures.picture("png", 64, 64, 1);
        try (RawUpstream raw = new RawUpstream(connection -> connection
                .send("HTTP/1.1 200 OK\r\nContent-Length: " + picture.length * 2 + "\r\n\r\n")
                .send(picture))) {
            assertThatThrownBy(() -> download.fetch(raw.url(), TestHttp.access(raw.url()), new CancelSignal())
                            .join())
                    .hasCauseInstanceOf(java.io.IOException.class);
            assertThat(raw.requests()).hasSize(1);
        }
    }
}
