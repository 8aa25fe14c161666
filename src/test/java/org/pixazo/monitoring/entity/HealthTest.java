package org.pixazo.monitoring.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixazo.web.control.Json;

class HealthTest {

    @Test
    void isUpWithoutUpstreams() {
        Health health = Health.of(
                List.of(Check.up("database", "It answers."), Check.optional("text_upstream", false, "Not set.")));

        assertThat(health.good()).isTrue();
        assertThat(Json.write(health))
                .isEqualTo("{\"status\":\"up\",\"checks\":["
                        + "{\"name\":\"database\",\"status\":\"up\",\"detail\":\"It answers.\"},"
                        + "{\"name\":\"text_upstream\",\"status\":\"not_configured\",\"detail\":\"Not set.\"}]}");
    }

    @Test
    void isDownAsSoonAsOneThingIs() {
        Health health = Health.of(List.of(Check.up("database", "It answers."), Check.down("data_folder", "Full.")));

        assertThat(health.good()).isFalse();
        assertThat(health.status()).isEqualTo("down");
    }
}
