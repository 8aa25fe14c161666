package org.pixazo.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.FakeGateway;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.SamplePictures;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pictures that people bring in, and models that work on a picture, on a server with a public address. */
class ReferenceImagesIT {

    private static final String PUBLIC = "https://pictures.example";

    private static FakeGateway gateway;
    private static PixazoServer server;

    private final Api api = server.newUser();

    @BeforeAll
    static void start() {
        gateway = new FakeGateway(0);
        server = PixazoServer.start(
                Shared.folder("pixazo-references"),
                Map.of(
                        "PIXAZO_GATEWAY_URL",
                        gateway.url().toString(),
                        "PIXAZO_API_KEY",
                        "gateway-test",
                        "PIXAZO_BASE_URL",
                        PUBLIC));
    }

    @AfterAll
    static void stop() {
        server.close();
        gateway.close();
    }

    @Test
    void an_uploaded_picture_stands_beside_the_gallery() {
        byte[] picture = SamplePictures.picture("png", 80, 60, 1);
        Answer uploaded = upload(picture);
        assertThat(uploaded.at("uploaded").asBoolean()).isTrue();
        assertThat(uploaded.number("width")).isEqualTo(80);
        assertThat(api.get(uploaded.text("image_url")).expect(200).bytes()).isEqualTo(picture);
        api.get(uploaded.text("thumbnail_url")).expect(200);

        assertThat(api.get("/api/images").at("items").isEmpty()).isTrue();
        assertThat(api.get("/api/images?uploaded=true").at("items").size()).isEqualTo(1);
    }

    @Test
    void what_is_no_picture_is_refused() {
        Api sending = api.with("Content-Type", "application/octet-stream");
        assertThat(sending.send("POST", "/api/images/upload", "<html></html>".getBytes())
                        .expect(400)
                        .text("detail"))
                .contains("an HTML page instead of a picture");
        assertThat(sending.send("POST", "/api/images/upload", SamplePictures.pngHeader(20_000, 20_000))
                        .expect(400)
                        .text("detail"))
                .contains("50 megapixels");
    }

    @Test
    void inpainting_gets_links_that_open_without_credentials() throws Exception {
        long picture = upload(SamplePictures.picture("png", 320, 256, 2)).number("id");
        long mask = upload(SamplePictures.picture("png", 320, 256, 3)).number("id");

        Answer done = api.with("Prefer", "wait=60")
                .post("/api/images/generate", order("a hat", picture, mask))
                .expect(201);

        assertThat(done.text("job/status")).isEqualTo("succeeded");
        assertThat(done.number("job/reference_image_id")).isEqualTo(picture);
        assertThat(done.number("images/0/provenance/parent_image_id")).isEqualTo(picture);
        JsonNode sent = JsonMapper.shared()
                .readTree(gateway.requests().stream()
                        .filter(request -> request.path().equals("/inpainting/v1/getImage"))
                        .findFirst()
                        .orElseThrow()
                        .body());
        assertThat(sent.get("width").asInt()).isEqualTo(320);
        assertThat(sent.get("height").asInt()).isEqualTo(256);
        for (String field : new String[] {"imageUrl", "maskUrl"}) {
            URI link = URI.create(sent.get(field).asString());
            assertThat(link.toString()).startsWith(PUBLIC + "/api/images/");
            server.anonymous().get(link.getRawPath() + "?" + link.getRawQuery()).expect(200);
        }
    }

    @Test
    void what_does_not_fit_is_named() {
        long picture = upload(SamplePictures.picture("png", 320, 256, 4)).number("id");
        long small = upload(SamplePictures.picture("png", 64, 64, 5)).number("id");

        assertThat(fault(order("a hat", picture, null))).isEqualTo("mask_image_id");
        assertThat(fault(order("a hat", null, small))).isEqualTo("reference_image_id");
        assertThat(fault(order("a hat", picture, small))).isEqualTo("mask_image_id");
        assertThat(fault(order("a hat", 999_999_999L, small))).isEqualTo("reference_image_id");
        assertThat(fault(Map.of("prompt", "x", "model", "sdxl", "reference_image_id", picture)))
                .isEqualTo("reference_image_id");
        assertThat(fault(Map.of("prompt", "x", "model", "sdxl", "strength", 0.5)))
                .isEqualTo("strength");
    }

    @Test
    void a_server_without_a_public_address_says_so() {
        Api elsewhere = Shared.server().newUser();
        long picture =
                upload(elsewhere, SamplePictures.picture("png", 320, 256, 6)).number("id");

        assertThat(elsewhere
                        .post("/api/images/generate", order("a hat", picture, picture))
                        .expect(503)
                        .text("detail"))
                .contains("PIXAZO_BASE_URL");
    }

    private Answer upload(byte[] picture) {
        return upload(api, picture);
    }

    private static Answer upload(Api api, byte[] picture) {
        return api.with("Content-Type", "image/png")
                .send("POST", "/api/images/upload", picture)
                .expect(201);
    }

    private String fault(Map<String, Object> order) {
        return api.post("/api/images/generate", order).expect(400).text("errors/0/field");
    }

    private static Map<String, Object> order(String prompt, Long reference, Long mask) {
        Map<String, Object> order = new HashMap<>(Map.of("prompt", prompt, "model", "inpainting"));
        order.put("reference_image_id", reference);
        order.put("mask_image_id", mask);
        return order;
    }
}
