package org.pixazo.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.EventStream;
import org.pixazo.testing.FakeGateway;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;

/** Whose turn it is, on a server that works on one job of the gateway at a time. */
class ImageQueueIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static FakeGateway gateway;
    private static PixazoServer server;

    private final Api root = server.admin();
    private final Api ann = server.newUser();
    private final Api ben = server.newUser();
    private final Api cleo = server.newUser();

    @BeforeAll
    static void start() {
        gateway = new FakeGateway(0);
        server = PixazoServer.start(
                Shared.folder("pixazo-queue"),
                Map.of(
                        "PIXAZO_GATEWAY_URL", gateway.url().toString(),
                        "PIXAZO_API_KEY", "gateway-test",
                        "PIXAZO_GATEWAY_PACE", "100000",
                        "PIXAZO_IMAGE_JOBS_AT_ONCE", "pixazo=1",
                        "PIXAZO_FIRST_BYTE_TIMEOUT", "60"));
    }

    @AfterAll
    static void stop() {
        server.close();
        gateway.close();
    }

    @Test
    void users_take_turns_however_many_jobs_one_of_them_has() {
        root.post("/api/image-jobs/pause").expect(200);
        List<Long> jobs = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            jobs.add(order(ann, "turns ann " + i, 1));
        }
        jobs.add(order(ben, "turns ben 1", 1));
        jobs.add(order(cleo, "turns cleo 1", 1));
        jobs.add(order(ben, "turns ben 2", 1));
        jobs.add(order(cleo, "turns cleo 2", 1));
        root.post("/api/image-jobs/resume").expect(200);
        await(ann, jobs.get(3));
        await(ben, jobs.get(6));
        await(cleo, jobs.get(7));
        assertThat(orders("turns"))
                .containsExactly(
                        "turns ann 1",
                        "turns ben 1",
                        "turns cleo 1",
                        "turns ann 2",
                        "turns ben 2",
                        "turns cleo 2",
                        "turns ann 3",
                        "turns ann 4");
    }

    @Test
    void a_batch_lets_others_in_after_each_picture_and_single_pictures_go_before_batches() {
        root.post("/api/image-jobs/pause").expect(200);
        long batch = order(ann, "batch", 4);
        long own = order(ann, "batch-own-single", 1);
        long other = order(ben, "batch-other", 2);
        root.post("/api/image-jobs/resume").expect(200);
        await(ann, batch);
        await(ann, own);
        await(ben, other);
        List<String> sent = orders("batch");
        assertThat(sent).hasSize(7);
        assertThat(sent.get(0)).isEqualTo("batch-own-single");
        assertThat(sent.subList(1, 5)).containsExactly("batch-other", "batch", "batch-other", "batch");
        assertThat(ann.get("/api/image-jobs/" + batch).at("images")).hasSize(4);
    }

    @Test
    void a_paused_queue_says_where_a_job_stands_and_begins_nothing() {
        await(ann, order(ann, "history", 1));
        assertThat(root.post("/api/image-jobs/pause").expect(200).at("paused").asBoolean())
                .isTrue();
        long first = order(ann, "paused first", 1);
        long second = order(ann, "paused second", 1);
        Answer waiting = ann.get("/api/image-jobs/" + second).expect(200);
        assertThat(waiting.text("status")).isEqualTo("queued");
        assertThat(waiting.number("position")).isEqualTo(2);
        assertThat(waiting.number("estimated_seconds")).isPositive();
        try (EventStream events = ann.stream("GET", "/api/image-jobs/" + second + "/events", null)) {
            assertThat(events.until("job").get("position").asInt()).isEqualTo(2);
            ann.with("If-Match", "\"77\"").delete("/api/image-jobs/" + first).expect(412);
            ann.delete("/api/image-jobs/" + first).expect(200);
            assertThat(events.until("job").get("position").asInt()).isEqualTo(1);
            root.post("/api/image-jobs/resume").expect(200);
            List<EventStream.Event> rest = events.rest();
            assertThat(rest.get(rest.size() - 1).data().get("status").asString())
                    .isEqualTo("succeeded");
        }
        assertThat(orders("paused")).containsExactly("paused second");
        ann.post("/api/image-jobs/pause").expect(403);
        ann.post("/api/image-jobs/resume").expect(403);
    }

    @Test
    void cancelling_a_running_job_ends_the_call_upstream_and_frees_its_place() {
        long stuck = order(ann, "cancel stall", 1);
        Wait.until(LONG, () -> !orders("cancel stall").isEmpty());
        long next = order(ben, "cancel next", 1);
        assertThat(ann.delete("/api/image-jobs/" + stuck).expect(200).text("status"))
                .isEqualTo("cancelled");
        await(ben, next);
    }

    @Test
    void a_failed_job_can_be_tried_again_and_a_succeeded_one_cannot() {
        long job = order(ann, "fail-402 once", 1);
        Wait.until(LONG, () -> status(ann, job).equals("failed"));
        assertThat(ann.get("/api/image-jobs/" + job).text("error")).contains("no credit");
        ben.post("/api/image-jobs/" + job + "/retry").expect(404);
        Answer again = ann.post("/api/image-jobs/" + job + "/retry").expect(202);
        assertThat(again.text("status")).isIn("queued", "running");
        await(ann, job);
        assertThat(ann.get("/api/image-jobs/" + job).at("images")).hasSize(1);
        ann.post("/api/image-jobs/" + job + "/retry").expect(409);
    }

    @Test
    void ended_jobs_are_cleared_and_their_pictures_stay() {
        long done = order(ann, "clear done", 1);
        await(ann, done);
        long failed = order(ann, "clear fail-400", 1);
        Wait.until(LONG, () -> status(ann, failed).equals("failed"));
        ann.delete("/api/image-jobs?status=running").expect(400);
        assertThat(ann.delete("/api/image-jobs?status=failed").expect(200).number("deleted"))
                .isEqualTo(1);
        assertThat(ann.delete("/api/image-jobs").expect(200).number("deleted")).isEqualTo(1);
        assertThat(ann.get("/api/image-jobs").at("items")).isEmpty();
        assertThat(ann.get("/api/images").at("items")).hasSize(1);
    }

    private static long order(Api user, String prompt, int n) {
        return user.post("/api/images/generate", Map.of("prompt", prompt, "model", "sdxl", "n", n))
                .expect(202)
                .number("job/id");
    }

    private static String status(Api user, long job) {
        return user.get("/api/image-jobs/" + job).expect(200).text("status");
    }

    private static void await(Api user, long job) {
        Wait.until(LONG, () -> status(user, job).equals("succeeded"));
    }

    /** Prompts that came upstream, in their order. */
    private static List<String> orders(String beginning) {
        return gateway.requests().stream()
                .map(request -> request.body().replaceAll("(?s).*\"prompt\":\"([^\"]*)\".*", "$1"))
                .filter(prompt -> prompt.startsWith(beginning))
                .toList();
    }
}
