package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.errors.entity.UpstreamTimedOutException;
import org.pixazo.testing.RawUpstream;

class TextModelsQueryTest {

    private final TestHttp http = new TestHttp();
    private final TextModelsQuery query = new TextModelsQuery(http.client());

    @AfterEach
    void close() {
        http.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\":\"list\",\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}",
                "[{\"id\":\"a\"},{\"id\":\"b\"}]",
                "[\"a\",\"b\",\"a\"]",
                "{\"models\":[{\"name\":\"a\"},{\"id\":\"b\"},{}]}"
            })
    void readsEveryShapeOfTheList(String body) throws Exception {
        try (RawUpstream raw = new RawUpstream(connection -> connection.whole(200, body))) {
            assertThat(query.list(TestHttp.access(raw.url())).get(10, TimeUnit.SECONDS))
                    .containsExactly("a", "b");
            assertThat(raw.requests().get(0).path()).isEqualTo("/models");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "<html>", ""})
    void saysThatThereIsNoList(String body) throws Exception {
        try (RawUpstream raw = new RawUpstream(connection -> connection.whole(200, body))) {
            assertThatThrownBy(() -> query.list(TestHttp.access(raw.url())).join())
                    .hasCauseInstanceOf(UpstreamFailedException.class);
        }
    }

    @Test
    void saysWhyTheUpstreamRefuses() throws Exception {
        try (RawUpstream raw = new RawUpstream(connection -> connection.whole(401, "{\"error\":\"bad key\"}"))) {
            assertThatThrownBy(() -> query.list(TestHttp.access(raw.url())).join())
                    .hasCauseInstanceOf(UpstreamFailedException.class)
                    .hasMessageContaining("refused its API key: bad key");
        }
    }

    @Test
    void doesNotWaitLong() throws Exception {
        try (RawUpstream raw = new RawUpstream(RawUpstream.Connection::awaitClose)) {
            TextModelsQuery impatient = new TextModelsQuery(http.client(TestHttp.NO_LATE_START));
            assertThatThrownBy(() -> impatient.list(TestHttp.access(raw.url())).join())
                    .hasCauseInstanceOf(UpstreamTimedOutException.class);
        }
    }
}
