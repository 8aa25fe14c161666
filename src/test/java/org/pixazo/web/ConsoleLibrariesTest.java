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
                .hasSize(3)
                .allSatisfy(path -> assertThat(getClass().getResource("/META-INF/resources/webjars/" + path))
                        .as(path)
                        .isNotNull());
    }
}
