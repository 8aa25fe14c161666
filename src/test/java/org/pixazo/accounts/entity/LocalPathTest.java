package org.pixazo.accounts.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chat?id=7", "/images?workspace=1&from=2", "/account#keys"})
    void paths_of_pixazo_are_kept(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "/a\\..\\b",
                "javascript:alert(1)",
                "chat?id=7",
                " /chat",
                "/chat\r\nSet-Cookie: a=b",
                "/\t/evil.example/"
            })
    void what_leads_elsewhere_leads_home(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo(LocalPath.HOME);
    }
}
