package org.pixazo.monitoring.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            nullValues = "-",
            value = {
                "workspaces '' /workspaces",
                "/workspaces/ / /workspaces",
                "workspaces {id:\\d+} /workspaces/{id}",
                "chats/{id:[0-9]{1,9}} messages/{msg_id} /chats/{id}/messages/{msg_id}",
                "'' {provider:grok|pixazo} /{provider}"
            })
    void namesParametersWithoutTheirPatterns(String type, String method, String template) {
        assertThat(Routes.template(type, method)).isEqualTo(template);
    }

    @Test
    void aRouteIsTheServletsPatternUnlessAResourceAnswers() {
        assertThat(Routes.of("/api/*", "/keys/{id}")).isEqualTo("/api/keys/{id}");
        assertThat(Routes.of("/api/*", null)).isEqualTo("/api/*");
        assertThat(Routes.of("*.xhtml", null)).isEqualTo("*.xhtml");
        assertThat(Routes.of(null, null)).isEqualTo("/");
    }

    @Test
    void unknownMethodsShareAName() {
        assertThat(Routes.method("GET")).isEqualTo("GET");
        assertThat(Routes.method("BREW")).isEqualTo("OTHER");
    }
}
