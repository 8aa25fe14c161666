package org.pixazo.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;

/** Orders of several prompts, what they will cost, and where pictures come from. */
class ImageBatchesIT {

    private Api api;

    @BeforeEach
    void newUser() {
        api = Shared.server().newUser();
    }

    @Test
    void a_plan_tells_prompts_price_and_whether_to_ask_once_more() {
        Answer few = plan(order("a {red|blue} fox", "n", 3, "model", "flux-klein"));
        assertThat(few.at("prompts").valueStream().map(JsonNode::asString)).containsExactly("a red fox", "a blue fox");
        assertThat(few.number("images")).isEqualTo(6);
        assertThat(few.at("confirm").asBoolean()).isFalse();
        assertThat(few.at("price").asDouble()).isEqualTo(0.0084);

        Answer more = plan(order("a {red|blue|green|white} fox", "n", 2, "model", "sdxl"));
        assertThat(more.number("images")).isEqualTo(8);
        assertThat(more.at("confirm").asBoolean()).isTrue();
        assertThat(more.at("price").asDouble()).isZero();
        assertThat(plan(order("a fox", "model", "sd")).at("price").isNull()).isTrue();
        assertThat(api.get("/api/image-jobs").at("items").isEmpty()).isTrue();
    }

    @Test
    void a_plan_knows_from_history_how_long_it_will_take() {
        api.with("Prefer", "wait=60")
                .post("/api/images/generate", order("an oval of history", "model", "flux-schnell"))
                .expect(201);

        assertThat(plan(order("a {red|blue} fox", "model", "flux-schnell")).number("estimated_seconds"))
                .isPositive();
    }

    @Test
    void one_order_makes_at_most_64_images() {
        String many = "{0|1|2|3}{0|1|2|3}{0|1|2|3}";
        assertThat(plan(order(many)).number("images")).isEqualTo(64);
        for (String path : List.of("/api/images/plan", "/api/images/generate")) {
            Answer refused = api.post(path, order(many + "{0|1}")).expect(400);
            assertThat(refused.text("errors/0/field")).isEqualTo("prompt");
            assertThat(refused.text("detail")).contains("128", "at most 64 images");
            api.post(path, order(many, "n", 2)).expect(400);
        }
    }

    @Test
    void each_prompt_is_a_job_of_one_batch() {
        Answer done = api.with("Prefer", "wait=60")
                .post("/api/images/generate", order("a {red|blue} lake", "n", 2, "seed", 5))
                .expect(201);
        long batch = done.number("job/batch_id");
        assertThat(batch).isEqualTo(done.number("job/id"));
        assertThat(done.at("jobs").findValuesAsString("prompt")).contains("a red lake", "a blue lake");
        assertThat(done.at("images")
                        .valueStream()
                        .map(image -> image.get("seed").asLong()))
                .containsExactly(5L, 6L, 7L, 8L);

        assertThat(api.get("/api/image-jobs?batch_id=" + batch).at("items").size())
                .isEqualTo(2);
        Answer images = api.get("/api/images?batch_id=" + batch).expect(200);
        assertThat(images.at("items").size()).isEqualTo(4);
        assertThat(images.text("items/0/provenance/template")).isEqualTo("a {red|blue} lake");
        assertThat(images.at("items")
                        .valueStream()
                        .map(image -> image.get("prompt").asString()))
                .containsExactlyInAnyOrder("a red lake", "a red lake", "a blue lake", "a blue lake");
    }

    @Test
    void the_same_seed_can_hold_for_all_prompts() {
        Answer done = api.with("Prefer", "wait=60")
                .post("/api/images/generate", order("a {red|blue} lake", "seed", 5, "same_seed", true))
                .expect(201);

        assertThat(done.at("images")
                        .valueStream()
                        .map(image -> image.get("seed").asLong()))
                .containsExactly(5L, 5L);
    }

    @Test
    void braces_stay_where_nobody_asks_for_macros() {
        Answer job = api.post(
                        "/api/images/generate",
                        Map.of("prompt", "a {red|blue} lake", "model", "offline", "width", 64, "height", 64))
                .expect(202);

        assertThat(job.text("job/prompt")).isEqualTo("a {red|blue} lake");
        assertThat(job.at("job/batch_id").isNull()).isTrue();
        assertThat(job.at("jobs").size()).isEqualTo(1);
    }

    @Test
    void the_same_idempotency_key_orders_a_batch_once() {
        Api retrying = api.with("Idempotency-Key", "batch-" + System.nanoTime());
        Answer one = retrying.post("/api/images/generate", order("a {red|blue} lake"))
                .expect(202);
        Answer two = retrying.post("/api/images/generate", order("a {red|blue} lake"))
                .expect(202);

        assertThat(two.at("jobs").size()).isEqualTo(2);
        assertThat(two.number("jobs/1/id")).isEqualTo(one.number("jobs/1/id"));
        assertThat(api.get("/api/image-jobs").at("items").size()).isEqualTo(2);
    }

    @Test
    void a_picture_tells_where_it_comes_from() {
        Answer first = made(order("a lake", "idea", "lake", "enhanced", "a lake below mountains"));
        assertThat(first.text("images/0/provenance/idea")).isEqualTo("lake");
        assertThat(first.text("images/0/provenance/enhanced")).isEqualTo("a lake below mountains");
        assertThat(first.text("job/provenance/idea")).isEqualTo("lake");
        long parent = first.number("images/0/id");

        Answer next = made(order("a lake at night", "parent_image_id", parent));
        String path = "/api/images/" + next.number("images/0/id");

        assertThat(next.number("images/0/provenance/parent_image_id")).isEqualTo(parent);
        assertThat(api.get("/api/images?parent_image_id=" + parent).number("items/0/id"))
                .isEqualTo(next.number("images/0/id"));
        api.delete("/api/images/" + parent).expect(204);
        assertThat(api.get(path).at("provenance/parent_image_id").isNull()).isTrue();
        assertThat(Shared.server()
                        .newUser()
                        .post("/api/images/generate", order("x", "parent_image_id", next.number("images/0/id")))
                        .expect(400)
                        .text("errors/0/field"))
                .isEqualTo("parent_image_id");
    }

    private Answer plan(Map<String, Object> order) {
        return api.post("/api/images/plan", order).expect(200);
    }

    private Answer made(Map<String, Object> order) {
        return api.with("Prefer", "wait=60").post("/api/images/generate", order).expect(201);
    }

    private static Map<String, Object> order(String prompt, Object... more) {
        Map<String, Object> order = new HashMap<>(Map.of("prompt", prompt, "macros", true, "model", "offline"));
        for (int i = 0; i < more.length; i += 2) {
            order.put((String) more[i], more[i + 1]);
        }
        if (order.get("model").equals("offline")) {
            order.put("width", 64);
            order.put("height", 64);
        }
        return order;
    }
}
