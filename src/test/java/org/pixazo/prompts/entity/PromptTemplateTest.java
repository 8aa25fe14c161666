package org.pixazo.prompts.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTemplateTest {

    @Test
    void variables_are_named_once_in_the_order_of_the_text() {
        assertThat(names("A {{subject}} in {{ light mood }}, {{subject}} again; {not} {{}} {{ }} ${x}"))
                .containsExactly("subject", "light mood");
    }

    @Test
    void each_place_of_a_variable_is_filled_and_nothing_else() {
        PromptTemplate template =
                new PromptTemplate("A {{subject}} in {{ mood | text:required}}, {{subject}}; {not} {{}} ${x}");
        assertThat(template.fill(Map.of("subject", "fo$x", "mood", "{{subject}}")::get))
                .isEqualTo("A fo$x in {{subject}}, fo$x; {not} {{}} ${x}");
    }

    @Test
    void properties_tell_what_a_form_asks_for() {
        PromptVariable tone = only("{{tone | select:options=[\"dry\", \"a ] b\", 3]:default=\"dry\":required}}");
        assertThat(tone.type()).isEqualTo("select");
        assertThat(tone.options()).containsExactly("dry", "a ] b", "3");
        assertThat(tone.defaultValue()).isEqualTo("dry");
        assertThat(tone.required()).isTrue();

        PromptVariable years =
                only("{{ years|number : min=1 : max = 9.5 : step=\"0.5\" : placeholder=\"how \\\"many\\\": }}\" }}");
        assertThat(years.min()).isEqualByComparingTo("1");
        assertThat(years.max()).isEqualByComparingTo("9.5");
        assertThat(years.step()).isEqualByComparingTo("0.5");
        assertThat(years.placeholder()).isEqualTo("how \"many\": }}");
        assertThat(years.required()).isFalse();
    }

    @Test
    void the_first_place_that_says_more_than_the_name_counts() {
        assertThat(new PromptTemplate("{{a}} {{b | date}} {{a | number:min=2}} {{b | url}}").variables())
                .extracting(PromptVariable::name, PromptVariable::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "number"),
                        org.assertj.core.groups.Tuple.tuple("b", "date"));
    }

    @Test
    void what_fills_itself_is_not_asked_for() {
        PromptTemplate template =
                new PromptTemplate("{{CURRENT_DATE}} {{ USER_NAME }} {{current_date}} {{CURRENT_DATE}}");
        assertThat(template.systemVariables()).containsExactly("CURRENT_DATE", "USER_NAME");
        assertThat(names(template.content())).containsExactly("current_date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{}}",
                "{ {a}}",
                "{{a}",
                "{{a|}}",
                "{{a | text:}}",
                "{{a | text:default=}}",
                "{{a | text:default=\"open}}",
                "{{% if x %}}",
                "{{a | select:options=[\"x\"}}"
            })
    void what_is_no_variable_is_text(String text) {
        PromptTemplate template = new PromptTemplate(text);
        assertThat(template.variables()).isEmpty();
        assertThat(template.fill(name -> "!")).isEqualTo(text);
    }

    @Test
    void an_unknown_type_is_text() {
        assertThat(only("{{a | hologram:default=\"x\"}}").type()).isEqualTo("text");
    }

    @ParameterizedTest
    @CsvSource({
        "'{{a | text:required}}', '', is required",
        "'{{a | number}}', x, must be a number",
        "'{{a | number:min=2:max=3}}', 1.9, must be at least 2",
        "'{{a | range:min=2:max=3}}', 4, must be at most 3",
        "'{{a | select:options=[\"x\",\"y\"]}}', z, 'must be one of x, y'",
        "'{{a | checkbox}}', yes, must be true or false",
        "'{{a | date}}', 2026-02-30, must be a date such as 2026-11-24",
        "'{{a | datetime-local}}', 2026-11-24, must be a date and time such as 2026-11-24T10:41",
        "'{{a | time}}', 25:00, must be a time such as 10:41",
        "'{{a | month}}', 2026, must be a month such as 2026-11",
        "'{{a | color}}', red, must be a colour such as #ff9f68",
        "'{{a | email}}', nobody, must be an e-mail address",
        "'{{a | url}}', javascript:x, must be an address that begins with http:// or https://",
    })
    void a_value_that_does_not_fit_is_named(String text, String value, String rule) {
        assertThat(only(text).fault(value)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "'{{a | number:min=-2}}', -1.5",
        "'{{a | select}}', anything",
        "'{{a | checkbox}}', true",
        "'{{a | date}}', 2026-11-24",
        "'{{a | datetime-local}}', 2026-11-24T10:41",
        "'{{a | time}}', 10:41",
        "'{{a | month}}', 2026-11",
        "'{{a | color}}', #FF9f68",
        "'{{a | email}}', a@b.example",
        "'{{a | url}}', https://a.example/?q=1",
        "'{{a | tel}}', anything",
        "'{{a | number}}', ''",
    })
    void a_value_that_fits_passes(String text, String value) {
        assertThat(only(text).fault(value)).isEmpty();
    }

    @Test
    void hostile_texts_take_neither_long_nor_deep() {
        for (String piece : List.of("{{", "{{a | text:default=\"", "{{a|b:c=[", "\\\"", "{{a ", ":x", " ")) {
            assertTimeout(Duration.ofSeconds(5), () -> names("{{a | text" + piece.repeat(100_000 / piece.length())));
        }
        assertTimeout(
                Duration.ofSeconds(5),
                () -> names("{{a | text:default=\"" + "\\\"".repeat(50_000) + "\"" + ":x".repeat(20_000) + "}}"));
    }

    private static List<String> names(String text) {
        return new PromptTemplate(text)
                .variables().stream().map(PromptVariable::name).toList();
    }

    private static PromptVariable only(String text) {
        List<PromptVariable> variables = new PromptTemplate(text).variables();
        assertThat(variables).hasSize(1);
        return variables.get(0);
    }
}
