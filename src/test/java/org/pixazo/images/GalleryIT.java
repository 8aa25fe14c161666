package org.pixazo.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;

/** Finding, keeping, sorting, deleting and taking home many pictures. */
class GalleryIT {

    private Api api;

    @BeforeEach
    void newUser() {
        api = Shared.server().newUser();
    }

    @Test
    void pictures_are_found_by_style_size_time_and_favourite() {
        long plain = picture(64, 64, null);
        long styled = picture(96, 64, "watercolor");
        String made = api.get("/api/images/" + plain).text("created_at");

        assertThat(found("style=watercolor")).containsExactly(styled);
        assertThat(found("width=96&height=64")).containsExactly(styled);
        assertThat(found("height=64")).containsExactly(styled, plain);
        assertThat(found("to=" + made)).isEmpty();
        assertThat(found("from=" + made)).containsExactly(styled, plain);
        assertThat(found("to=2020-01-01")).isEmpty();

        Answer kept = api.put("/api/images/" + plain, Map.of("favourite", true)).expect(200);
        assertThat(kept.at("favourite").asBoolean()).isTrue();
        assertThat(found("favourite=true")).containsExactly(plain);
        assertThat(found("favourite=false")).containsExactly(styled);
        api.with("If-Match", "\"0\"")
                .put("/api/images/" + plain, Map.of("favourite", false))
                .expect(412);
        api.get("/api/images?favourite=maybe").expect(400);
        api.get("/api/images?width=wide").expect(400);
        api.get("/api/images?from=yesterday").expect(400);
        api.put("/api/images/" + plain, Map.of("prompt", "x")).expect(400);
    }

    @Test
    void a_picture_may_be_on_several_boards() {
        long one = picture(64, 64, null);
        long two = picture(64, 96, null);
        long red = api.post("/api/boards", Map.of("name", "Red")).expect(201).number("id");
        long blue = api.post("/api/boards", Map.of("name", "Blue")).expect(201).number("id");
        put(red, one, two);
        assertThat(put(red, one).number("images")).isEqualTo(2);
        put(blue, one);
        assertThat(found("board_id=" + red)).containsExactly(two, one);
        assertThat(found("board_id=" + blue)).containsExactly(one);

        api.delete("/api/boards/" + red + "/images/" + one).expect(204);
        assertThat(found("board_id=" + red)).containsExactly(two);
        assertThat(api.put("/api/boards/" + blue, Map.of("name", "Sky"))
                        .expect(200)
                        .text("name"))
                .isEqualTo("Sky");
        api.delete("/api/boards/" + blue).expect(204);
        api.get("/api/images/" + one).expect(200);
        assertThat(api.get("/api/boards").at("items").findValuesAsString("name"))
                .containsExactly("Red");
        api.post("/api/boards", Map.of("name", " ")).expect(400);
    }

    @Test
    void boards_and_pictures_of_others_do_not_exist() {
        long mine = picture(64, 64, null);
        long board = api.post("/api/boards", Map.of("name", "Mine")).expect(201).number("id");
        put(board, mine);
        Api other = Shared.server().newUser();
        long foreign =
                other.post("/api/boards", Map.of("name", "Other")).expect(201).number("id");
        other.get("/api/boards/" + board).expect(404);
        other.delete("/api/boards/" + board).expect(404);
        other.post("/api/boards/" + board + "/images", ids(mine)).expect(404);
        assertThat(other.post("/api/boards/" + foreign + "/images", ids(mine))
                        .expect(200)
                        .number("images"))
                .isZero();
        assertThat(other.get("/api/images?board_id=" + board).at("items")).isEmpty();
        assertThat(other.post("/api/images/delete", ids(mine)).expect(200).number("deleted"))
                .isZero();
        other.post("/api/images/download", ids(mine)).expect(404);
        other.put("/api/images/" + mine, Map.of("favourite", true)).expect(404);
        api.get("/api/images/" + mine).expect(200);
    }

    @Test
    void many_are_deleted_at_once_and_can_be_brought_back() {
        long one = picture(64, 64, null);
        long two = picture(96, 64, null);
        Answer deleted = api.post("/api/images/delete", ids(one, two)).expect(200);
        assertThat(deleted.number("deleted")).isEqualTo(2);
        assertThat(deleted.text("restorable_until")).isNotEmpty();
        assertThat(found("")).isEmpty();
        api.get("/api/images/" + one).expect(404);
        api.get("/api/images/" + one + "/file").expect(404);
        assertThat(api.post("/api/images/delete", ids(one)).expect(200).number("deleted"))
                .isZero();

        assertThat(api.post("/api/images/restore", ids(one)).expect(200).number("restored"))
                .isEqualTo(1);
        assertThat(found("")).containsExactly(one);
        api.get("/api/images/" + one + "/file").expect(200);
        api.post("/api/images/delete", Map.of("ids", List.of())).expect(400);
    }

    @Test
    void many_are_taken_home_as_one_zip_of_their_original_files() throws IOException {
        long one = picture(64, 64, null);
        long two = picture(96, 64, null);
        Answer zip = api.post("/api/images/download", ids(one, two)).expect(200);
        assertThat(zip.header("Content-Type")).contains("application/zip");
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        assertThat(files).containsOnlyKeys("pixazo-" + one + ".png", "pixazo-" + two + ".png");
        assertThat(files.get("pixazo-" + one + ".png"))
                .isEqualTo(api.get("/api/images/" + one + "/file").bytes());
    }

    @Test
    void a_downloaded_file_tells_how_it_was_made_and_the_stored_one_stays_as_it_came() {
        long id = picture(96, 64, "watercolor");
        byte[] stored = api.get("/api/images/" + id + "/file").bytes();
        Answer download = api.get("/api/images/" + id + "/file?download=true").expect(200);
        byte[] taken = download.bytes();
        Answer part = api.with("Range", "bytes=1-3")
                .with("If-Range", download.header("ETag").orElseThrow())
                .get("/api/images/" + id + "/file?download=true")
                .expect(206);
        assertThat(new String(part.bytes(), StandardCharsets.US_ASCII)).isEqualTo("PNG");
        assertThat(api.get("/api/images/" + id + "/file").bytes()).isEqualTo(stored);
        assertThat(taken).isNotEqualTo(stored);
        JsonNode recipe = metadata(taken);
        assertThat(recipe.get("source").asString()).isEqualTo("pixazo");
        assertThat(recipe.get("prompt").asString()).isEqualTo("a lake");
        assertThat(recipe.get("style").asString()).isEqualTo("watercolor");
        assertThat(recipe.get("model").asString()).isEqualTo("offline");
        assertThat(recipe.get("width").asInt()).isEqualTo(96);
        assertThat(recipe.get("height").asInt()).isEqualTo(64);
        assertThat(recipe.get("seed").asLong()).isEqualTo(7);
        assertThat(metadata(stored).get("source").asString()).isNotEqualTo("pixazo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "webp"})
    void other_formats_tell_it_too_and_are_fetched_once(String format) throws IOException {
        String path = "/api/images/" + picture(96, 64, "watercolor") + "/file?download=true&format=" + format;
        Answer download = api.get(path).expect(200);
        JsonNode recipe = metadata(download.bytes());
        assertThat(recipe.get("source").asString()).isEqualTo("pixazo");
        assertThat(recipe.get("prompt").asString()).isEqualTo("a lake");
        assertThat(recipe.get("style").asString()).isEqualTo("watercolor");
        assertThat(recipe.get("seed").asLong()).isEqualTo(7);

        String tag = download.header("ETag").orElseThrow();
        api.with("If-None-Match", tag).get(path).expect(304);
        Answer head = api.send("HEAD", path, null).expect(200);
        assertThat(head.header("ETag")).contains(tag);
        assertThat(head.header("Content-Length")).contains(Integer.toString(download.bytes().length));
        assertThat(head.bytes()).isEmpty();
    }

    private JsonNode metadata(byte[] file) {
        return api.with("Content-Type", "image/png")
                .post("/api/images/metadata", file)
                .expect(200)
                .json();
    }

    private long picture(int width, int height, String style) {
        Map<String, Object> order = new HashMap<>(
                Map.of("prompt", "a lake", "model", "offline", "width", width, "height", height, "seed", 7));
        if (style != null) {
            order.put("style", style);
        }
        return api.with("Prefer", "wait=60")
                .post("/api/images/generate", order)
                .expect(201)
                .number("images/0/id");
    }

    private Answer put(long board, Long... images) {
        return api.post("/api/boards/" + board + "/images", ids(images)).expect(200);
    }

    private static Map<String, Object> ids(Long... images) {
        return Map.of("ids", List.of(images));
    }

    private List<Long> found(String query) {
        List<Long> ids = new ArrayList<>();
        api.get("/api/images?" + query)
                .expect(200)
                .at("items")
                .forEach(item -> ids.add(item.get("id").asLong()));
        return ids;
    }
}
