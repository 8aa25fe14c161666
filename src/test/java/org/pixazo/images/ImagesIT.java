package org.pixazo.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.EventStream;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;

/** Image jobs, pictures and their files over REST. */
class ImagesIT {

    private static final Map<String, Object> SMALL_OFFLINE =
            Map.of("prompt", "a lake below mountains", "model", "offline", "width", 96, "height", 64, "seed", 7);

    private Api api;

    @BeforeEach
    void newUser() {
        api = Shared.server().newUser();
    }

    @Test
    void an_order_is_a_job_that_can_be_followed_to_its_picture() {
        Answer accepted = api.post("/api/images/generate", SMALL_OFFLINE).expect(202);
        String job = "/api/image-jobs/" + accepted.number("job/id");
        assertThat(accepted.header("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith(job));

        List<EventStream.Event> events;
        try (EventStream stream = api.stream("GET", job + "/events", null)) {
            events = stream.rest();
        }
        JsonNode last = events.get(events.size() - 1).data();
        assertThat(last.get("status").asString()).isEqualTo("succeeded");
        assertThat(last.get("images")).hasSize(1);
        assertThat(api.get(job).expect(200).json()).isEqualTo(last);
    }

    @Test
    void who_prefers_to_wait_gets_the_pictures_at_once() throws IOException {
        Answer done = ordered(SMALL_OFFLINE);
        assertThat(done.text("job/status")).isEqualTo("succeeded");
        assertThat(done.number("images/0/seed")).isEqualTo(7);
        Answer file = api.get(done.text("images/0/image_url")).expect(200);
        assertThat(file.header("Content-Type")).contains("image/png");
        var picture = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        assertThat(picture.getWidth()).isEqualTo(96);
        assertThat(picture.getHeight()).isEqualTo(64);
        assertThat(new String(file.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("Pixazo offline renderer");
    }

    @Test
    void several_pictures_count_their_seeds_up() {
        Map<String, Object> order = new HashMap<>(SMALL_OFFLINE);
        order.put("n", 3);
        Answer done = ordered(order);
        assertThat(done.number("job/done")).isEqualTo(3);
        assertThat(done.at("images").findValues("seed").stream().map(JsonNode::asLong))
                .containsExactly(7L, 8L, 9L);
    }

    @Test
    void the_same_order_gives_the_same_picture() {
        byte[] one = api.get(ordered(SMALL_OFFLINE).text("images/0/image_url")).bytes();
        byte[] two = api.get(ordered(SMALL_OFFLINE).text("images/0/image_url")).bytes();
        assertThat(one).isEqualTo(two);
    }

    @Test
    void the_gateway_makes_pictures_that_are_kept_here() {
        Answer done = ordered(
                Map.of("prompt", "the only oval here", "model", "sdxl", "width", 512, "height", 512, "seed", 3));
        assertThat(done.text("job/status")).isEqualTo("succeeded");
        assertThat(done.body()).doesNotContain(Shared.gateway().url().toString());
        api.get(done.text("images/0/image_url")).expect(200);
        var request = Shared.gateway().requests().stream()
                .filter(sent -> sent.body().contains("the only oval here"))
                .findFirst()
                .orElseThrow();
        assertThat(request.path()).isEqualTo("/getImage/v1/getSDXLImage");
        assertThat(request.headers()).containsEntry("ocp-apim-subscription-key", "gateway-test");
    }

    @Test
    void a_style_goes_upstream_and_the_prompt_is_kept_as_it_was_typed() {
        Answer done = ordered(Map.of("prompt", "an oval in a style", "model", "sdxl", "style", "watercolor"));
        assertThat(done.text("images/0/prompt")).isEqualTo("an oval in a style");
        assertThat(done.text("images/0/style")).isEqualTo("watercolor");
        var request = Shared.gateway().requests().stream()
                .filter(sent -> sent.body().contains("an oval in a style"))
                .findFirst()
                .orElseThrow();
        assertThat(request.body()).containsIgnoringCase("watercolo");
    }

    @Test
    void a_refused_order_says_why() {
        Answer done = ordered(Map.of("prompt", "fail-400 please", "model", "sdxl"));
        assertThat(done.text("job/status")).isEqualTo("failed");
        assertThat(done.text("job/error")).isNotEmpty();
        assertThat(done.at("images")).isEmpty();
    }

    @Test
    void a_waiting_job_can_be_cancelled() {
        long id = api.post("/api/images/generate", Map.of("prompt", "stall", "model", "sdxl"))
                .expect(202)
                .number("job/id");
        assertThat(api.delete("/api/image-jobs/" + id).expect(200).text("status"))
                .isEqualTo("cancelled");
        assertThat(api.get("/api/image-jobs/" + id).expect(200).text("status")).isEqualTo("cancelled");
    }

    @Test
    void a_file_never_changes_and_says_so() {
        String url = ordered(SMALL_OFFLINE).text("images/0/image_url");
        Answer file = api.get(url).expect(200);
        String etag = file.header("ETag").orElseThrow();
        assertThat(etag).startsWith("\"");
        assertThat(file.header("Cache-Control"))
                .hasValueSatisfying(cached -> assertThat(cached).contains("immutable"));
        api.with("If-None-Match", etag).get(url).expect(304);

        Answer part = api.with("Range", "bytes=8-15").get(url).expect(206);
        assertThat(part.bytes()).isEqualTo(java.util.Arrays.copyOfRange(file.bytes(), 8, 16));
        assertThat(part.header("Content-Range")).contains("bytes 8-15/" + file.bytes().length);
        api.with("Range", "bytes=99999999-").get(url).expect(416);
    }

    @Test
    void other_formats_and_thumbnails_are_made_on_demand() {
        Answer done = ordered(Map.of("prompt", "forest", "model", "offline", "width", 1024, "height", 512));
        String url = done.text("images/0/image_url");
        Answer png = api.get(url).expect(200);
        Answer jpeg = api.get(url + "?format=jpeg&download=true").expect(200);
        assertThat(jpeg.header("Content-Type")).contains("image/jpeg");
        assertThat(jpeg.header("Content-Disposition"))
                .hasValueSatisfying(
                        name -> assertThat(name).startsWith("attachment").endsWith(".jpeg\""));
        assertThat(new String(api.get(url + "?format=webp").expect(200).bytes(), 8, 4))
                .isEqualTo("WEBP");
        Answer thumbnail = api.get(done.text("images/0/thumbnail_url")).expect(200);
        assertThat(thumbnail.bytes().length).isLessThan(png.bytes().length / 4);
        api.get(url + "?format=bmp").expect(400);
    }

    @Test
    void the_list_is_filtered() {
        long workspace =
                api.post("/api/workspaces", Map.of("name", "W")).expect(201).number("id");
        Map<String, Object> order = new HashMap<>(SMALL_OFFLINE);
        order.put("workspace_id", workspace);
        order.put("prompt", "A Red Kite");
        ordered(order);
        ordered(SMALL_OFFLINE);
        assertThat(api.get("/api/images").at("items")).hasSize(2);
        assertThat(api.get("/api/images?workspace_id=" + workspace).at("items")).hasSize(1);
        assertThat(api.get("/api/images?q=red%20kite").at("items")).hasSize(1);
        assertThat(api.get("/api/images?q=100%25").at("items")).isEmpty();
        assertThat(api.get("/api/images?model=sdxl").at("items")).isEmpty();
        api.get("/api/images?workspace_id=x").expect(400);
    }

    @Test
    void pictures_of_others_do_not_exist() {
        Answer done = ordered(SMALL_OFFLINE);
        Api other = Shared.server().newUser();
        other.get(done.text("images/0/image_url")).expect(404);
        other.get(done.text("images/0/thumbnail_url")).expect(404);
        other.get("/api/images/" + done.number("images/0/id")).expect(404);
        other.get("/api/image-jobs/" + done.number("job/id")).expect(404);
        other.delete("/api/images/" + done.number("images/0/id")).expect(404);
    }

    @Test
    void deleting_a_workspace_deletes_its_pictures() {
        long workspace =
                api.post("/api/workspaces", Map.of("name", "W")).expect(201).number("id");
        Map<String, Object> order = new HashMap<>(SMALL_OFFLINE);
        order.put("workspace_id", workspace);
        Answer done = ordered(order);
        api.delete("/api/workspaces/" + workspace).expect(204);
        api.get(done.text("images/0/image_url")).expect(404);
        api.get("/api/image-jobs/" + done.number("job/id")).expect(404);
    }

    @Test
    void bad_orders_name_every_field() {
        assertThat(fields(Map.of("prompt", " "))).containsExactly("prompt");
        assertThat(fields(Map.of("prompt", "x", "n", 9, "seed", -1))).containsExactly("n", "seed");
        assertThat(fields(Map.of("prompt", "x", "model", "offline", "width", 5, "height", 9999)))
                .containsExactly("width", "height");
        assertThat(fields(Map.of("prompt", "x", "model", "nonsense"))).containsExactly("model");
        assertThat(fields(Map.of("prompt", "x", "chat_id", 999_999))).containsExactly("chat_id");
        assertThat(fields(Map.of("prompt", "x", "style", "nonsense"))).containsExactly("style");
        assertThat(fields(Map.of("prompt", "x", "colour", "red"))).containsExactly("colour");
    }

    @Test
    void the_same_idempotency_key_orders_once() {
        Api retrying = api.with("Idempotency-Key", "order-" + System.nanoTime());
        Answer one = retrying.post("/api/images/generate", SMALL_OFFLINE).expect(202);
        Answer two = retrying.post("/api/images/generate", SMALL_OFFLINE).expect(202);
        assertThat(two.number("job/id")).isEqualTo(one.number("job/id"));
    }

    private List<String> fields(Map<String, Object> order) {
        return api.post("/api/images/generate", order).expect(400).at("errors").findValuesAsString("field");
    }

    private Answer ordered(Map<String, Object> order) {
        return api.with("Prefer", "wait=60").post("/api/images/generate", order).expect(201);
    }
}
