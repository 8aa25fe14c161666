package org.pixazo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The console names its libraries with their versions; those must be the ones that the WAR has. */
class ConsoleLibrariesTest {

    @Test
    void every_library_that_the_console_loads_is_in_the_war() throws IOException {
        String script = Files.readString(Path.of("src/main/webapp/resources/js/vendor.js"));
        List<String> paths = Pattern.compile("'/webjars/([^']+)'")
                .matcher(script)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(paths)
                .hasSize(7)
                .allSatisfy(path -> assertThat(isInTheWar("/META-INF/resources/webjars/" + path))
                        .as(path)
                        .isTrue());
    }

    /** Some webjars come whole, of others the build takes a few files. */
    private static boolean isInTheWar(String path) {
        return ConsoleLibrariesTest.class.getResource(path) != null || Files.exists(Path.of("target/vendor" + path));
    }
}
