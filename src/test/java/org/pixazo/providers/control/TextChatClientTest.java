package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.errors.entity.UpstreamTimedOutException;
import org.pixazo.providers.entity.ChatRequest;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.providers.entity.TextProtocol;
import org.pixazo.providers.entity.TextRoute;
import org.pixazo.providers.entity.TokenUsage;
import org.pixazo.providers.entity.UpstreamAccess;
import org.pixazo.testing.FakeTextUpstream;
import org.pixazo.testing.RawUpstream;

class TextChatClientTest {

    private static final String WORD = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi \"}}]}\n\n";

    private final TestHttp http = new TestHttp();
    private final FakeTextUpstream fake = new FakeTextUpstream(0);
    private final HeardAnswer heard = new HeardAnswer();
    private TextChatClient client = http.chats(TestHttp.PATIENT);

    @AfterEach
    void close() {
        fake.close();
        http.close();
    }

    @Test
    void passesAnAnswerOnWordByWordWithItsFigures() {
        ask("hello there");

        assertThat(heard.completion().finishReason()).isEqualTo("stop");
        assertThat(heard.deltas).containsExactly("You ", "said: ", "hello ", "there");
        assertThat(heard.completion().usage()).isEqualTo(new TokenUsage(7, 4, false));
    }

    @Test
    void asksAsTheContractOfTheUpstreamSays() {
        ask("hello");
        heard.completion();

        assertThat(fake.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/chat/completions");
            assertThat(request.headers()).containsEntry("authorization", "Bearer " + TestHttp.KEY);
            assertThat(request.body())
                    .contains("\"model\":\"grok-4.5\"", "\"stream\":true", "\"include_usage\":true")
                    .contains("{\"role\":\"system\",\"content\":\"Be brief.\"}");
        });
    }

    @Test
    void sendsNoKeyToAServerThatNeedsNone() {
        client.stream(request("hello", new UpstreamAccess(v1(), Optional.empty())), heard);
        heard.completion();

        assertThat(fake.requests().get(0).headers()).doesNotContainKey("authorization");
    }

    @Test
    void estimatesFiguresThatTheUpstreamDoesNotGive() {
        ask("no-usage please");

        assertThat(heard.completion().usage().estimated()).isTrue();
        assertThat(heard.completion().usage().completionTokens()).isPositive();
    }

    @Test
    void understandsAServerThatDoesNotStream() {
        ask("no-stream please");

        assertThat(heard.completion().usage()).isEqualTo(new TokenUsage(7, 5, false));
        assertThat(heard.deltas).containsExactly("You said: no-stream please");
    }

    @Test
    void joinsCharactersThatAreSplitOverPackets() throws Exception {
        byte[] event = "data: {\"choices\":[{\"delta\":{\"content\":\"Grün 🎨\"},\"finish_reason\":\"stop\"}]}\n\n"
                .getBytes(StandardCharsets.UTF_8);
        try (RawUpstream raw = new RawUpstream(connection -> {
            connection.eventStream();
            for (int i = 0; i < event.length; i++) {
                connection.send(Arrays.copyOfRange(event, i, i + 1));
            }
        })) {
            ask("hello", raw.url());
            assertThat(heard.completion().finishReason()).isEqualTo("stop");
            assertThat(heard.text()).isEqualTo("Grün 🎨");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, 502, 1, failed",
        "401, 502, 1, refused its API key",
        "403, 502, 1, refused its API key",
        "404, 502, 1, does not know the model",
        "422, 502, 1, failed",
        "429, 503, 3, is busy",
        "500, 502, 1, failed",
        "502, 502, 3, failed",
        "503, 502, 3, failed",
        "504, 502, 3, failed",
    })
    void translatesEveryStatusAndKeepsTheWords(int upstreamStatus, int status, int attempts, String said) {
        ask("fail-" + upstreamStatus);

        PixazoException error = heard.error();
        assertThat(error.status()).isEqualTo(status);
        assertThat(error).hasMessageContaining(said).hasMessageContaining("The fake fails as told: " + upstreamStatus);
        assertThat(fake.requests()).hasSize(attempts);
        assertThat(heard.deltas).isEmpty();
    }

    @Test
    void succeedsWhenTheSecondAttemptDoes() {
        ask("fail-503 once");

        assertThat(heard.completion().finishReason()).isEqualTo("stop");
        assertThat(fake.requests()).hasSize(2);
    }

    @Test
    void waitsAsLongAsABusyUpstreamAsks() {
        long start = System.nanoTime();
        ask("fail-429 once retry-after-1");
        heard.completion();

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(950), Duration.ofSeconds(10));
    }

    @Test
    void doesNotWaitForMinutesButSaysWhenToComeBack() {
        ask("fail-429 retry-after-120");

        assertThat(heard.error()).isInstanceOf(UnavailableException.class);
        assertThat(heard.error().retryAfterSeconds()).isEqualTo(120);
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void understandsADateToComeBack() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(5));
        try (RawUpstream raw = new RawUpstream(connection -> connection.whole(429, "", "Retry-After: " + date))) {
            ask("hello", raw.url());
            assertThat(heard.error().retryAfterSeconds()).isBetween(200L, 301L);
        }
    }

    @Test
    void keepsWhatCameBeforeTheConnectionBroke() {
        ask("cut here please");

        assertThat(heard.error()).isInstanceOf(UpstreamFailedException.class).hasMessageContaining("broke off");
        assertThat(heard.text()).isEqualTo("You said: ");
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void aStreamWithoutEndMarkIsAFailure() {
        ask("end-early please");

        assertThat(heard.error()).isInstanceOf(UpstreamFailedException.class).hasMessageContaining("broke off");
        assertThat(heard.text()).isEqualTo("You said: end-early please");
    }

    @Test
    void aFinishReasonIsEnoughOfAnEndMark() throws Exception {
        String last = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}";
        try (RawUpstream raw = new RawUpstream(
                connection -> connection.eventStream().send(WORD).send(last))) {
            ask("hello", raw.url());
            assertThat(heard.completion().finishReason()).isEqualTo("length");
        }
    }

    @Test
    void silenceInTheMiddleTimesOut() {
        client = http.chats(TestHttp.NO_SILENCE);
        ask("stall please");

        assertThat(heard.error()).isInstanceOf(UpstreamTimedOutException.class).hasMessageContaining("silent");
        assertThat(heard.text()).isEqualTo("You said: ");
    }

    @Test
    void silenceBeforeTheAnswerTimesOut() {
        client = http.chats(TestHttp.NO_LATE_START);
        ask("stall-start");

        assertThat(heard.error()).isInstanceOf(UpstreamTimedOutException.class);
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void aMalformedChunkIsAFailure() {
        ask("malformed please");

        assertThat(heard.error()).isInstanceOf(UpstreamFailedException.class).hasMessageContaining("not JSON");
        assertThat(heard.text()).isEqualTo("You said: ");
    }

    @Test
    void anErrorInsideTheStreamIsAFailureWithItsWords() {
        ask("error-in-stream please");

        assertThat(heard.error()).hasMessageContaining("the fake gave up in the middle");
        assertThat(heard.ends).hasSize(1);
    }

    @Test
    void anErrorWithStatus200IsAFailureWithItsWords() {
        ask("error-200");

        assertThat(heard.error().status()).isEqualTo(502);
        assertThat(heard.error()).hasMessageContaining("the fake is out of order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "{}", "false"})
    void anEmptyErrorIsNone(String error) throws Exception {
        String chunk =
                "data: {'error':" + error + ",'choices':[{'delta':{'content':'Hi'},'finish_reason':'stop'}]}\n\n";
        try (RawUpstream raw =
                new RawUpstream(connection -> connection.eventStream().send(chunk.replace('\'', '"')))) {
            ask("hello", raw.url());
            assertThat(heard.completion().finishReason()).isEqualTo("stop");
            assertThat(heard.text()).isEqualTo("Hi");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "'no luck'", "{'message':'no luck'}", "{'code':1}"})
    void anErrorOfAnyShapeIsAFailure(String error) throws Exception {
        String chunk = "data: {'error':" + error + "}\n\n";
        try (RawUpstream raw =
                new RawUpstream(connection -> connection.eventStream().send(chunk.replace('\'', '"')))) {
            ask("hello", raw.url());
            assertThat(heard.error().status()).isEqualTo(502);
            assertThat(heard.error()).hasMessageContaining("reported");
        }
    }

    @Test
    void theEarlierGatewaysErrorAnswerIsAFailure() {
        ask("px-fork");

        assertThat(heard.error().status()).isEqualTo(502);
        assertThat(heard.error()).hasMessageContaining("Grok API Error: the session was rejected");
        assertThat(heard.deltas).isEmpty();
    }

    @Test
    void anErrorPageIsShownAsItsText() {
        ask("html");

        assertThat(heard.error()).hasMessageEndingWith(": Bad Gateway nginx & co");
    }

    @Test
    void neverShowsTheKeyOrThePassword() throws Exception {
        try (RawUpstream raw = new RawUpstream(connection ->
                connection.whole(401, "{\"error\":\"Incorrect API key " + TestHttp.KEY + " or pa55word\"}"))) {
            URI url = URI.create(raw.url().toString().replace("http://", "http://user:pa55word@"));
            client.stream(request("hello", TestHttp.access(url)), heard);

            assertThat(heard.error())
                    .hasMessageContaining("Incorrect API key *** or ***")
                    .hasMessageNotContaining("pa55word");
            assertThat(TestHttp.access(url).toString()).doesNotContain("pa55word", TestHttp.KEY);
        }
    }

    @Test
    void refusesAKeyThatCannotBeSentWithoutShowingIt() {
        client.stream(request("hello", new UpstreamAccess(v1(), Optional.of("two\nlines"))), heard);

        assertThat(heard.error()).isInstanceOf(UnavailableException.class).hasMessageNotContaining("lines");
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        ask("hello", URI.create("http://localhost:" + free));

        assertThat(heard.error().status()).isEqualTo(502);
        assertThat(heard.error()).hasMessageContaining("refused");
    }

    @Test
    void saysThatAHostIsUnknown() {
        ask("hello", URI.create("http://nowhere.invalid"));

        assertThat(heard.error().status()).isEqualTo(502);
        assertThat(heard.error()).hasMessageContaining("host name is unknown");
    }

    @Test
    void asksAgainWhenTheConnectionBreaksBeforeTheAnswer() throws Exception {
        try (RawUpstream raw = new RawUpstream(
                connection -> {},
                connection -> connection.eventStream().send(WORD).send("data: [DONE]\n\n"))) {
            ask("hello", raw.url());
            assertThat(heard.completion().finishReason()).isEqualTo("stop");
            assertThat(raw.requests()).hasSize(2);
        }
    }

    @Test
    void cancellingClosesTheConnectionAndSilencesTheListener() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawUpstream raw = new RawUpstream(connection -> {
            connection.eventStream().send(WORD).awaitClose();
            closed.countDown();
        })) {
            ChatCall call = ask("hello", raw.url());
            heard.awaitFirstDelta();
            call.cancel();

            assertThat(closed.await(1, TimeUnit.SECONDS))
                    .as("closed within a second")
                    .isTrue();
            call.cancel();
            assertThat(heard.ends).isEmpty();
            assertThat(heard.deltas).isEqualTo(List.of("Hi "));
        }
    }

    @Test
    void cancellingBeforeTheAnswerClosesTheConnection() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (RawUpstream raw = new RawUpstream(connection -> {
            asked.countDown();
            connection.awaitClose();
            closed.countDown();
        })) {
            ChatCall call = ask("hello", raw.url());
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            call.cancel();

            assertThat(closed.await(1, TimeUnit.SECONDS))
                    .as("closed within a second")
                    .isTrue();
            assertThat(raw.requests()).hasSize(1);
            assertThat(heard.ends).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "fail-503 once", "fail-503", "cut", "no-stream"})
    void callsTheListenerOnOurOwnThreadsOnly(String content) {
        ask(content);
        heard.awaitEnd();

        assertThat(heard.threads).containsExactly(TestHttp.THREADS);
    }

    @Test
    void reportsTimeOutsOnOurOwnThreadsToo() {
        client = http.chats(TestHttp.NO_SILENCE);
        ask("stall please");
        heard.awaitEnd();

        assertThat(heard.threads).containsExactly(TestHttp.THREADS);
    }

    @Test
    void servesManyStreamsWithFewThreads() {
        List<HeardAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            HeardAnswer answer = new HeardAnswer();
            answers.add(answer);
            client.stream(request("long story", TestHttp.access(v1())), answer);
        }

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.completion().finishReason()).isEqualTo("stop");
            assertThat(answer.deltas).hasSize(1003);
        });
    }

    private ChatCall ask(String content) {
        return ask(content, v1());
    }

    private ChatCall ask(String content, URI url) {
        return client.stream(request(content, TestHttp.access(url)), heard);
    }

    private URI v1() {
        return fake.url().resolve("/v1");
    }

    private static ChatRequest request(String content, UpstreamAccess access) {
        return new ChatRequest(
                List.of(new TextRoute("grok", TextProtocol.OPENAI, "grok-4.5", access)),
                List.of(new ChatTurn("system", "Be brief."), new ChatTurn("user", content)));
    }
}
