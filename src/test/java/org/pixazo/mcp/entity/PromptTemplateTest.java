package org.pixazo.mcp.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptTemplateTest {

    private final PromptTemplate template =
            new PromptTemplate("A {{subject}} in {{ light mood }}, {{subject}} again; {not} {{}} {{ }} ${x}");

    @Test
    void variables_are_named_once_in_the_order_of_the_text() {
        assertThat(template.variables()).containsExactly("subject", "light mood");
    }

    @Test
    void each_place_of_a_variable_is_filled_and_nothing_else() {
        assertThat(template.fill(Map.of("subject", "fo$x", "light mood", "{{subject}}")))
                .isEqualTo("A fo$x in {{subject}}, fo$x again; {not} {{}} {{ }} ${x}");
    }

    @Test
    void a_variable_without_a_value_stays() {
        assertThat(template.fill(Map.of("subject", "fox"))).contains("{{ light mood }}");
    }
}
