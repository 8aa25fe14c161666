package org.pixazo.chats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
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

/** {@code kill -9} at bad moments: nothing acknowledged is lost, and what was cut off can go on. */
class KillIT {

    private static final int KILLS = Integer.getInteger("pixazo.test.kills", 3);

    @TempDir
    Path folder;

    @Test
    void a_killed_server_loses_neither_shown_words_nor_ordered_pictures() {
        try (FakeTextUpstream text = new FakeTextUpstream(0);
                FakeGateway gateway = new FakeGateway(0);
                PixazoServer server = PixazoServer.start(folder.resolve("data"), upstreams(text, gateway))) {
            Api api = server.admin();
            long workspace =
                    api.post("/api/workspaces", Map.of("name", "W")).expect(201).number("id");
            long chat = api.post("/api/workspaces/" + workspace + "/chats", Map.of("name", "C", "model", "grok-4"))
                    .expect(201)
                    .number("id");
            String messages = "/api/chats/" + chat + "/messages";
            for (int i = 0; i < KILLS; i++) {
                killInTheMiddle(server, api, messages, workspace, i);
            }
        }
    }

    private static void killInTheMiddle(PixazoServer server, Api api, String messages, long workspace, int round) {
        String question = "slow words in round " + round + " that nobody will hear to their end";
        long job;
        long answer;
        String shown;
        try (EventStream stream = api.stream("POST", messages, Map.of("content", question))) {
            answer = stream.until("reply").get("id").asLong();
            job = api.post(
                            "/api/images/generate",
                            Map.of("prompt", "slow oval " + round, "model", "sdxl", "n", 2, "workspace_id", workspace))
                    .expect(202)
                    .number("job/id");
            for (int piece = 0; piece <= round; piece++) {
                stream.until("delta");
            }
            shown = stream.text();
            server.kill();
        }
        server.start();

        Answer kept = api.get(messages + "/" + answer).expect(200);
        assertThat(kept.text("status")).isEqualTo("interrupted");
        assertThat(kept.text("content")).startsWith(shown);
        assertThat(api.get(messages + "/" + kept.number("parent_id")).text("content"))
                .isEqualTo(question);
        Map<String, String> quick = new HashMap<>();
        quick.put("content", "still there after round " + round + "?");
        api.post(messages, quick).expect(201);

        Wait.until(
                Duration.ofSeconds(60),
                () -> api.get("/api/image-jobs/" + job)
                        .expect(200)
                        .text("status")
                        .equals("succeeded"));
        assertThat(api.get("/api/image-jobs/" + job).at("images")).hasSize(2);
    }

    @Test
    void a_stopped_server_ends_its_streams_and_gives_its_jobs_back() {
        try (FakeTextUpstream text = new FakeTextUpstream(0);
                FakeGateway gateway = new FakeGateway(0);
                PixazoServer server = PixazoServer.start(folder.resolve("data"), upstreams(text, gateway))) {
            Api api = server.admin();
            long workspace =
                    api.post("/api/workspaces", Map.of("name", "W")).expect(201).number("id");
            long chat = api.post("/api/workspaces/" + workspace + "/chats", Map.of("name", "C", "model", "grok-4"))
                    .expect(201)
                    .number("id");
            long job = api.post("/api/images/generate", Map.of("prompt", "slow oval", "model", "sdxl"))
                    .expect(202)
                    .number("job/id");
            String messages = "/api/chats/" + chat + "/messages";
            long answer;
            try (EventStream stream = api.stream("POST", messages, Map.of("content", "slow long story"))) {
                answer = stream.until("reply").get("id").asLong();
                stream.until("delta");
                Thread stop = new Thread(server::terminate);
                stop.start();
                assertThat(stream.until("error").get("status").asInt()).isEqualTo(503);
                assertThat(stream.next()).isEmpty();
                join(stop);
            }
            server.start();
            assertThat(api.get(messages + "/" + answer).text("status")).isEqualTo("interrupted");
            Wait.until(
                    Duration.ofSeconds(60),
                    () -> api.get("/api/image-jobs/" + job).text("status").equals("succeeded"));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> upstreams(FakeTextUpstream text, FakeGateway gateway) {
        return Map.of(
                "GROK_API_URL",
                text.url() + "/v1",
                "PIXAZO_GATEWAY_URL",
                gateway.url().toString(),
                "PIXAZO_API_KEY",
                "gateway-test",
                "PIXAZO_GATEWAY_PACE",
                "100000");
    }
}
