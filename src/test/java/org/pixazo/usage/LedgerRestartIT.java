package org.pixazo.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.EventStream;
import org.pixazo.testing.FakeGateway;
import org.pixazo.testing.FakeTextUpstream;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Wait;
import tools.jackson.databind.JsonNode;

/** What the ledger and the limits of keys are after the server has ended, well or badly. */
class LedgerRestartIT {

    @TempDir
    Path folder;

    @Test
    void the_ledger_and_the_limits_outlive_the_server() {
        try (FakeTextUpstream text = new FakeTextUpstream(0);
                FakeGateway gateway = new FakeGateway(0);
                PixazoServer server = PixazoServer.start(
                        folder.resolve("data"),
                        Map.of(
                                "GROK_API_URL",
                                text.url() + "/v1",
                                "PIXAZO_GATEWAY_URL",
                                gateway.url().toString(),
                                "PIXAZO_API_KEY",
                                "gateway-test",
                                "PIXAZO_MODEL_PRICES",
                                "grok-4=1000/0,sdxl=0.5"))) {
            Api admin = server.admin();
            String messages = newChat(admin);
            long monthly = 1_000;
            Api minute = limited(server, admin, "requests_per_minute", 3);
            Api month = limited(server, admin, "monthly_tokens", monthly);
            month.post(messages, Map.of("content", "long")).expect(201);
            assertThat(admin.get("/api/usage?model=grok-4").at("items/0/cost").decimalValue())
                    .as("7 tokens at the price of the settings")
                    .isEqualByComparingTo("0.007");

            aCleanStopLosesNothing(server, admin, messages, minute);
            month.post(messages, Map.of("content", "no more this month")).expect(429);

            aKilledServersCallsAreInterrupted(server, admin, messages);
        }
    }

    private static void aCleanStopLosesNothing(PixazoServer server, Api admin, String messages, Api minute) {
        Instant firstOfMinute;
        long before = admin.get("/api/usage/summary").expect(200).number("total/requests");
        try (EventStream running = admin.stream("POST", messages, Map.of("content", "slow and long"))) {
            running.until("delta");
            for (int i = 0; i < 20; i++) {
                admin.post(messages, Map.of("content", "hello", "model", "grok-4"))
                        .expect(201);
            }
            for (int i = 0; i < 3; i++) {
                minute.post(messages, Map.of("content", "one two three")).expect(201);
            }
            firstOfMinute = Instant.now();
            server.terminate();
        }
        server.start();
        before += theMinuteGoesOn(minute, messages, firstOfMinute) ? 3 : 4;
        Answer sums = admin.get("/api/usage/summary").expect(200);
        assertThat(sums.number("total/requests")).isEqualTo(before + 21);
        assertThat(sums.number("total/failures")).isEqualTo(1);
        assertThat(running(admin)).isZero();
    }

    /** Unless the start took so long that the minute is over. */
    private static boolean theMinuteGoesOn(Api minute, String messages, Instant since) {
        int status = minute.post(messages, Map.of("content", "one too many")).status();
        assertThat(status == 429 || Duration.between(since, Instant.now()).toSeconds() >= 50)
                .as("the limit of the minute holds after the start")
                .isTrue();
        return status == 429;
    }

    private static void aKilledServersCallsAreInterrupted(PixazoServer server, Api admin, String messages) {
        long job;
        try (EventStream running = admin.stream("POST", messages, Map.of("content", "slow and long"))) {
            running.until("delta");
            job = admin.post("/api/images/generate", Map.of("prompt", "slow oval", "model", "sdxl", "n", 2))
                    .expect(202)
                    .number("job/id");
            Wait.until(
                    Duration.ofSeconds(20),
                    () -> admin.get("/api/image-jobs/" + job).number("job/done") > 0
                            || admin.get("/api/image-jobs/" + job).number("done") > 0);
            assertThat(running(admin)).isEqualTo(2);
            server.kill();
        }
        server.start();
        JsonNode answer = row(admin, "text");
        assertThat(answer.get("status").asString()).isEqualTo("interrupted");
        assertThat(answer.get("prompt_tokens").asLong()).isPositive();
        Wait.until(
                Duration.ofSeconds(60),
                () -> admin.get("/api/image-jobs/" + job).text("status").equals("succeeded"));
        Wait.until(
                Duration.ofSeconds(10),
                () -> row(admin, "image").get("status").asString().equals("complete"));
        assertThat(row(admin, "image").get("images").asInt())
                .as("the job's one row goes on where the dead server left it")
                .isEqualTo(2);
        assertThat(row(admin, "image").get("cost").decimalValue()).isEqualByComparingTo("1");
        assertThat(admin.get("/api/usage?model=sdxl").at("items")).hasSize(1);
    }

    private static JsonNode row(Api admin, String kind) {
        for (JsonNode row : admin.get("/api/usage?limit=100").expect(200).at("items")) {
            if (row.get("kind").asString().equals(kind)) {
                return row;
            }
        }
        throw new AssertionError("There is no row of " + kind);
    }

    private static long running(Api admin) {
        long running = 0;
        for (JsonNode row : admin.get("/api/usage?limit=100").expect(200).at("items")) {
            running += row.get("status").asString().equals("running") ? 1 : 0;
        }
        return running;
    }

    private static Api limited(PixazoServer server, Api admin, String limit, long value) {
        return server.withKey(admin.post("/api/keys", Map.of("name", limit, limit, value))
                .expect(201)
                .text("secret"));
    }

    private static String newChat(Api api) {
        long workspace =
                api.post("/api/workspaces", Map.of("name", "W")).expect(201).number("id");
        long chat = api.post("/api/workspaces/" + workspace + "/chats", Map.of("name", "C", "model", "grok-4"))
                .expect(201)
                .number("id");
        return "/api/chats/" + chat + "/messages";
    }
}
