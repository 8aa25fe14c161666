package org.pixazo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.settings.entity.Setting;
import org.pixazo.settings.entity.Settings;
import org.pixazo.settings.entity.WrongSettingException;

/** Every setting: its default, its rule and its place in the README. */
class SettingsTest {

    @Test
    void everything_works_unset() {
        Settings settings = Settings.read(name -> null);
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.registration()).isEqualTo(Settings.Registration.FIRST);
        assertThat(settings.dbUrl()).startsWith("jdbc:sqlite:").endsWith("pixazo.db");
        assertThat(settings.grokConfigured()).isFalse();
        assertThat(settings.gatewayApiKey()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void every_default_keeps_its_own_rule(Setting setting) {
        setting.defaultValue()
                .ifPresent(value -> assertThat(setting.fault(value)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void every_setting_is_in_the_readme(Setting setting) throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("`" + setting.name() + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "+80", "80a", "8080.0", "eight", "99999999999", "٨٠٨٠", "80\n81", " "})
    void a_wrong_port_is_one_line_that_names_variable_fault_and_what_is_allowed(String value) {
        assertThatThrownBy(() -> Settings.read(Map.of("PIXAZO_PORT", value)::get))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith("PIXAZO_PORT is '")
                .hasMessageContaining("from 1 to 65535")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "PIXAZO_REGISTRATION, sometimes",
        "PIXAZO_BASE_URL, pixazo.example",
        "GROK_API_URL, ftp://example.org",
        "PIXAZO_DB_URL, jdbc:mysql://localhost/x",
        "GROK_MODEL_MAP, grok-4",
        "PIXAZO_MODEL_PRICES, grok-4=cheap",
        "PIXAZO_MODEL_PRICES, grok-4=3/15/2",
        "PIXAZO_IDLE_TIMEOUT, soon",
        "PIXAZO_ADMIN_USERNAME, -x"
    })
    void a_wrong_value_names_its_variable(String name, String value) {
        assertThatThrownBy(() -> Settings.read(Map.of(name, value)::get)).hasMessageContaining(name);
    }

    @Test
    void a_wrong_secret_is_not_repeated() {
        assertThatThrownBy(() -> Settings.read(Map.of("PIXAZO_SECRET_KEY", "tooshort")::get))
                .hasMessageContaining("PIXAZO_SECRET_KEY")
                .hasMessageContaining("16 characters")
                .message()
                .doesNotContain("tooshort");
    }

    @Test
    void all_faults_are_named_at_once() {
        assertThatThrownBy(() -> Settings.read(
                        Map.of("PIXAZO_PORT", "x", "PIXAZO_REGISTRATION", "y", "PIXAZO_ADMIN_USERNAME", "anna")::get))
                .hasMessageContaining("PIXAZO_PORT")
                .hasMessageContaining("PIXAZO_REGISTRATION")
                .hasMessageContaining("PIXAZO_ADMIN_PASSWORD");
    }

    @Test
    void the_text_upstream_counts_as_configured_by_its_address_or_its_key() {
        assertThat(Settings.read(Map.of("GROK_API_URL", "http://localhost:11434/v1")::get)
                        .grokConfigured())
                .isTrue();
        assertThat(Settings.read(Map.of("GROK_API_KEY", "xai-x")::get).grokConfigured())
                .isTrue();
    }

    @Test
    void names_of_models_are_mapped() {
        assertThat(Settings.read(Map.of("GROK_MODEL_MAP", "grok-4 = a , grok-3-auto=b")::get)
                        .grokModelMap())
                .isEqualTo(Map.of("grok-4", "a", "grok-3-auto", "b"));
    }

    @Test
    void prices_have_one_amount_for_pictures_and_two_for_text() {
        assertThat(Settings.read(
                                Map.of("PIXAZO_MODEL_PRICES", "grok-4=3/15 , local/llama3.2:1b=0/0,my-image=0.02")::get)
                        .modelPrices())
                .isEqualTo(Map.of(
                        "grok-4", List.of(new BigDecimal("3"), new BigDecimal("15")),
                        "local/llama3.2:1b", List.of(new BigDecimal("0"), new BigDecimal("0")),
                        "my-image", List.of(new BigDecimal("0.02"))));
    }

    @Test
    void further_upstreams_have_names_keys_and_routes() {
        Settings settings = Settings.read(Map.of(
                "PIXAZO_TEXT_UPSTREAMS", "local=http://localhost:11434/v1/, spare=https://example.org/api/v1",
                "PIXAZO_TEXT_UPSTREAM_KEYS", "spare=sk-a=b",
                "PIXAZO_MODEL_ROUTES", "grok-4=grok|spare:x-ai/grok-4,*=grok|local:llama3.2:3b")::get);
        assertThat(settings.textUpstreams())
                .containsExactly(
                        Map.entry("local", URI.create("http://localhost:11434/v1")),
                        Map.entry("spare", URI.create("https://example.org/api/v1")));
        assertThat(settings.textUpstreamKeys()).containsExactly(Map.entry("spare", "sk-a=b"));
        assertThat(settings.secrets()).contains("sk-a=b");
        assertThat(settings.modelRoutes())
                .containsEntry("grok-4", List.of("grok", "spare:x-ai/grok-4"))
                .containsEntry("*", List.of("grok", "local:llama3.2:3b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PIXAZO_TEXT_UPSTREAMS; grok=http://localhost/v1",
                "PIXAZO_TEXT_UPSTREAMS; Local=http://localhost/v1",
                "PIXAZO_TEXT_UPSTREAMS; local=localhost:11434",
                "PIXAZO_TEXT_UPSTREAMS; local=http://localhost/v1,",
                "PIXAZO_TEXT_UPSTREAM_KEYS; nobody=key",
                "PIXAZO_TEXT_UPSTREAM_KEYS; key",
                "PIXAZO_MODEL_ROUTES; grok-4=nobody",
                "PIXAZO_MODEL_ROUTES; grok-4=grok|",
                "PIXAZO_MODEL_ROUTES; grok-4",
                "GROK_API_PROTOCOL; telnet"
            })
    void a_wrong_upstream_is_said_with_the_name_of_its_setting(String name, String value) {
        assertThatThrownBy(() -> Settings.read(Map.of(name, value)::get))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith(name + " ");
    }
}
