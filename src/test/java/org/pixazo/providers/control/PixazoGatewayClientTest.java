package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.errors.entity.UpstreamTimedOutException;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.providers.entity.ImageRequest;
import org.pixazo.providers.entity.PollingPace;
import org.pixazo.providers.entity.ProviderTimeouts;
import org.pixazo.providers.entity.UpstreamAccess;
import org.pixazo.testing.FakeGateway;
import org.pixazo.testing.RawUpstream;
import org.pixazo.testing.RecordedRequest;
import org.pixazo.testing.SamplePictures;

class PixazoGatewayClientTest {

    private static final PollingPace PACE =
            new PollingPace(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(20));

    private final TestHttp http = new TestHttp();
    private final FakeGateway fake = new FakeGateway(0);
    private PixazoGatewayClient client = client(TestHttp.PATIENT, PACE);

    @AfterEach
    void close() {
        fake.close();
        http.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdxl", "sd", "flux-klein", "sdxl-lightning", "flux-schnell"})
    void bringsThePictureOfEveryModelHome(String model) throws Exception {
        ImageFile file = generate(model, "a fox").get(10, TimeUnit.SECONDS);

        assertThat(file.mediaType()).isEqualTo("image/png");
        assertThat(ImageHeader.size(file.bytes(), "image/png")).isPresent();
        assertThat(fake.requests().get(0).headers())
                .containsEntry("ocp-apim-subscription-key", TestHttp.KEY)
                .containsEntry("cache-control", "no-cache")
                .doesNotContainKey("authorization");
    }

    @Test
    void theKeyStaysWithTheGateway() throws Exception {
        generate("sdxl", "a fox").get(10, TimeUnit.SECONDS);

        assertThat(fake.requests().get(1).path()).startsWith("/files/");
        assertThat(fake.requests().get(1).headers()).doesNotContainKey("ocp-apim-subscription-key");
    }

    @ParameterizedTest
    @CsvSource({"flux-schnell,poll,/flux-1-schnell/v1/checkStatus", "flux-klein,poll-v2,/v2/requests/status/"})
    void asksUntilThePictureIsThere(String model, String prompt, String path) throws Exception {
        ImageFile file = generate(model, prompt).get(10, TimeUnit.SECONDS);

        assertThat(file.mediaType()).isEqualTo("image/png");
        assertThat(fake.requests().stream().map(RecordedRequest::path).filter(asked -> asked.startsWith(path)))
                .hasSize(3);
    }

    @Test
    void saysWhyAPictureFailedLater() {
        assertThat(error(generate("flux-schnell", "poll-failed")))
                .isInstanceOf(UpstreamFailedException.class)
                .hasMessageContaining("the model ran out of memory");
    }

    @Test
    void givesUpAPictureThatNeverComes() {
        client = client(TestHttp.PATIENT, new PollingPace(PACE.first(), PACE.longest(), Duration.ofMillis(300)));

        assertThat(error(generate("flux-schnell", "poll-forever"))).isInstanceOf(UpstreamTimedOutException.class);
    }

    @Test
    void neverAsksAStrangerForThePicture() {
        assertThat(error(generate("flux-klein", "poll-elsewhere")))
                .hasMessageContaining("did not say how to ask after the picture");
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void keepsAskingAfterAPassingFault() throws Exception {
        byte[] picture = SamplePictures.picture("png", 8, 8, 3);
        try (RawUpstream raw = new RawUpstream(
                connection -> connection.whole(200, "{\"requestId\":\"7\"}", "Content-Type: application/json"),
                connection -> connection.whole(503, "busy"),
                connection -> connection.whole(200, "{\"status\":\"processing\"}"),
                connection -> connection
                        .send("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n\r\n")
                        .send(picture))) {
            ImageFile file = generate("flux-schnell", "a fox", TestHttp.access(raw.url()))
                    .get(10, TimeUnit.SECONDS);

            assertThat(file.bytes()).isEqualTo(picture);
        }
    }

    @Test
    void takesAPictureAsTheAnswer() throws Exception {
        assertThat(generate("sdxl", "raw").get(10, TimeUnit.SECONDS).mediaType())
                .isEqualTo("image/png");
    }

    @ParameterizedTest
    @CsvSource({
        "fail-400, 502, 1, refused the prompt or a parameter: The fake fails as told",
        "fail-402, 503, 1, has no credit left: The fake fails as told",
        "no-balance, 503, 1, has no credit left: The balance is insufficient",
        "fail-403, 502, 1, does not allow this model to its API key",
        "fail-404, 502, 1, does not have this model",
        "fail-429, 503, 3, is busy",
        "fail-500, 502, 3, failed: The fake fails as told",
        "fail-502, 502, 3, failed",
        "fail-503, 502, 3, failed",
        "fail-504, 502, 3, failed",
        "no-picture, 502, 1, reported: the prompt was filtered",
    })
    void translatesEveryFailureAndKeepsTheWords(String prompt, int status, int attempts, String said) {
        PixazoException error = error(generate("sdxl", prompt));

        assertThat(error.status()).isEqualTo(status);
        assertThat(error).hasMessageContaining(said);
        assertThat(fake.requests()).hasSize(attempts);
    }

    @Test
    void saysWhatToDoAboutABadKey() {
        UpstreamAccess access = new UpstreamAccess(fake.url(), Optional.of("bad-key-123456"));

        assertThat(error(generate("sdxl", "a fox", access)))
                .isInstanceOf(UpstreamFailedException.class)
                .hasMessageContaining("refused its API key: Invalid or missing authentication")
                .hasMessageContaining("PIXAZO_API_KEY");
    }

    @Test
    void saysWhenABusyGatewayCanBeAskedAgain() {
        PixazoException error = error(generate("sdxl", "fail-429 retry-after-60"));

        assertThat(error).isInstanceOf(UnavailableException.class);
        assertThat(error.retryAfterSeconds()).isEqualTo(60);
    }

    @Test
    void succeedsAfterAPassingFault() throws Exception {
        assertThat(generate("sdxl", "fail-500 once").get(10, TimeUnit.SECONDS).mediaType())
                .isEqualTo("image/png");
    }

    @ParameterizedTest
    @CsvSource({
        "html-file, an HTML page instead of a picture",
        "truncated-file, cut off",
        "oversize-file, larger than 15360 KB",
        "huge-file, more than 50 megapixels",
        "missing-file, could not be downloaded",
        "redirect-private, not on the public internet",
        "redirect-loop, more than 3 times",
    })
    void refusesWhatIsNoHarmlessPicture(String prompt, String said) {
        assertThat(error(generate("sdxl", prompt)))
                .isInstanceOf(UpstreamFailedException.class)
                .hasMessageContaining(said);
    }

    @Test
    void followsARedirectToTheGatewaysOwnHost() throws Exception {
        assertThat(generate("sdxl", "redirect-file").get(10, TimeUnit.SECONDS).mediaType())
                .isEqualTo("image/png");
    }

    @Test
    void refusesAModelWithoutRoute() {
        assertThat(error(generate("dall-e", "a fox"))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void silenceTimesOut() {
        client = client(TestHttp.NO_LATE_START, PACE);

        assertThat(error(generate("sdxl", "stall"))).isInstanceOf(UpstreamTimedOutException.class);
    }

    @Test
    void cancellingClosesTheConnection() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (RawUpstream raw = new RawUpstream(connection -> {
            asked.countDown();
            connection.awaitClose();
            closed.countDown();
        })) {
            CompletableFuture<ImageFile> call = generate("sdxl", "a fox", TestHttp.access(raw.url()));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            call.cancel(true);

            assertThat(closed.await(1, TimeUnit.SECONDS))
                    .as("closed within a second")
                    .isTrue();
            assertThat(raw.requests()).hasSize(1);
        }
    }

    private PixazoGatewayClient client(ProviderTimeouts timeouts, PollingPace pace) {
        GatewayCalls calls = new GatewayCalls(http.client(timeouts), http.timers, new Pacing(1_000, System::nanoTime));
        return new PixazoGatewayClient(
                calls,
                new GatewayPolling(calls, http.timers, pace),
                new SafeDownload(http.client(timeouts), http.pool),
                http.retry());
    }

    private CompletableFuture<ImageFile> generate(String model, String prompt) {
        return generate(model, prompt, TestHttp.access(fake.url()));
    }

    private CompletableFuture<ImageFile> generate(String model, String prompt, UpstreamAccess access) {
        return client.generate(
                new ImageRequest(model, prompt, null, 64, 48, null, null, 42, null, ShippedRoutes.of(model), access));
    }

    private static PixazoException error(CompletableFuture<ImageFile> call) {
        try {
            ImageFile file = call.get(20, TimeUnit.SECONDS);
            throw new AssertionError("No failure but a file of " + file.bytes().length + " bytes.");
        } catch (ExecutionException failure) {
            return (PixazoException) failure.getCause();
        } catch (InterruptedException | TimeoutException failure) {
            throw new AssertionError("No end.", failure);
        }
    }
}
