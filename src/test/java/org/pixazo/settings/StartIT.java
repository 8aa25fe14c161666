package org.pixazo.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.PixazoServer;

/** Starting and stopping the packaged product. */
class StartIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "PIXAZO_PORT, eighty",
        "PIXAZO_REGISTRATION, sometimes",
        "GROK_API_URL, localhost",
        "PIXAZO_DB_URL, jdbc:oracle:x",
        "PIXAZO_ADMIN_API_KEY, short"
    })
    void a_wrong_setting_stops_the_start_with_one_line(String name, String value) {
        try (PixazoServer server = PixazoServer.launch(folder.resolve("data"), Map.of(name, value))) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.output()).singleElement().asString().contains(name);
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void everything_is_found_again_after_a_restart_and_only_the_owner_may_look() throws IOException {
        Path data = folder.resolve("data");
        try (PixazoServer server = PixazoServer.start(data, Map.of())) {
            Api session = server.anonymous().login(PixazoServer.ADMIN, PixazoServer.ADMIN_PASSWORD);
            long workspace = session.post("/api/workspaces", Map.of("name", "Kept"))
                    .expect(201)
                    .number("id");
            session.put("/api/credentials/grok", Map.of("api_key", "xai-sealed-secret"))
                    .expect(200);

            server.terminate();
            assertThat(server.output()).noneMatch(line -> line.contains("SEVERE"));
            server.start();

            assertThat(session.get("/api/workspaces/" + workspace).expect(200).text("name"))
                    .isEqualTo("Kept");
            assertThat(session.get("/api/credentials").text("items/0/provider")).isEqualTo("grok");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret.key"))))
                .isEqualTo("rw-------");
        for (Path file : List.of(data.resolve("pixazo.db"))) {
            if (Files.exists(file)) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("xai-sealed-secret")
                        .doesNotContain(PixazoServer.ADMIN_KEY);
            }
        }
    }

    @Test
    void the_first_account_becomes_administrator_and_closes_the_door() {
        Map<String, String> settings = Map.of(
                "PIXAZO_REGISTRATION", "first",
                "PIXAZO_ADMIN_USERNAME", "",
                "PIXAZO_ADMIN_PASSWORD", "",
                "PIXAZO_ADMIN_API_KEY", "");
        try (PixazoServer server = PixazoServer.start(folder.resolve("data"), settings)) {
            List<Answer> answers = IntStream.range(0, 4)
                    .parallel()
                    .mapToObj(i -> server.anonymous()
                            .post("/api/auth/register", Map.of("username", "user" + i, "password", "long enough")))
                    .toList();
            assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 403);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 201)
                    .allMatch(answer -> answer.text("role").equals("admin"));
        }
    }
}
