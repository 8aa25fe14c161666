package org.pixazo.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;

/** The sweep through the files of pictures. */
class FileSweepIT {

    private static Path folder;
    private static PixazoServer server;

    @BeforeAll
    static void start() {
        folder = Shared.folder("pixazo-sweep");
        server = PixazoServer.start(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void orphans_go_after_a_while_and_missing_files_are_reported() throws IOException {
        long kept = picture("a lake");
        long lost = picture("a forest at night");
        Path forest;
        try (var all = Files.walk(folder.resolve("images"))) {
            byte[] bytes = server.admin().get("/api/images/" + lost + "/file").bytes();
            forest = all.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() == bytes.length)
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(forest);
        Path old = orphan("images", "ab" + "0".repeat(62), Instant.now().minusSeconds(90_000));
        Path thumbnail =
                orphan("thumbnails", "ab" + "0".repeat(62), Instant.now().minusSeconds(90_000));
        Path half = orphan(
                "images", "ab" + "1".repeat(62) + ".half-written", Instant.now().minusSeconds(90_000));
        Path young = orphan("images", "ab" + "2".repeat(62), Instant.now());

        Answer swept = server.admin().post("/api/admin/image-files/sweep").expect(200);

        assertThat(swept.number("files")).isEqualTo(1);
        assertThat(swept.number("orphans")).isEqualTo(3);
        assertThat(swept.number("freed_bytes")).isEqualTo(9);
        assertThat(swept.number("missing")).isEqualTo(1);
        assertThat(swept.at("running").asBoolean()).isFalse();
        assertThat(old).doesNotExist();
        assertThat(thumbnail).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(young).exists();
        server.admin().get("/api/images/" + kept + "/file").expect(200);
        assertThat(server.admin().get("/api/admin/image-files/sweep").json()).isEqualTo(swept.json());
        assertThat(server.admin().get("/api/metrics").body()).contains("pixazo_image_files_missing 1.0");
        server.newUser().post("/api/admin/image-files/sweep").expect(403);
    }

    private static Path orphan(String kind, String name, Instant time) throws IOException {
        Path file = folder.resolve(kind).resolve("ab").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "abc");
        Files.setLastModifiedTime(file, FileTime.from(time));
        return file;
    }

    private static long picture(String prompt) {
        return server.admin()
                .with("Prefer", "wait=60")
                .post(
                        "/api/images/generate",
                        Map.of("prompt", prompt, "model", "offline", "width", 96, "height", 64, "seed", 1))
                .expect(201)
                .number("images/0/id");
    }
}
