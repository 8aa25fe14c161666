package org.pixazo.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.providers.entity.TokenUsage;
import org.pixazo.providers.entity.UpstreamAccess;

class ChunkFilterTest {

    private static final UpstreamAccess ACCESS =
            new UpstreamAccess(URI.create("http://localhost:1/v1"), Optional.of("xai-secret-key"));
    private static final String USAGE =
            "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":10}}\n\n";

    private final ChunkFilter unasked = new ChunkFilter(ACCESS, false);
    private final ChunkFilter asked = new ChunkFilter(ACCESS, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hi\"},\"finish_reason\":null}]}\n\n",
                ": comment\n\n",
                "data: {\"choices\":[{\"delta\":{\"content\":\"say \\\"usage\\\":null} and \\\"error\\\":{\"}}]}\r\n\r\n",
                "data: {\"choices\":[{\"delta\":{}}],\"error\":null,\"x_vendor\":{\"kept\":[1,  2]}}\n\n",
                "data: {\"choices\":[{\"delta\":\n\n"
            })
    void passesEventsAsTheyAre(String event) {
        assertThat(pass(unasked, event)).isEqualTo(event);
        assertThat(pass(asked, event)).isEqualTo(event);
        assertThat(unasked.hasFailed()).isFalse();
    }

    @Test
    void keepsTheTokensFromAClientThatDidNotAsk() {
        assertThat(pass(unasked, USAGE)).isEmpty();
        assertThat(pass(asked, USAGE)).isEqualTo(USAGE);

        assertThat(unasked.usage()).contains(new TokenUsage(7, 3, false));
        assertThat(asked.usage()).contains(new TokenUsage(7, 3, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"usage\":null", ", \"usage\": null"})
    void takesTheEmptyTokensOutWhereNobodyAskedForThem(String field) {
        String before = "data: {\"choices\":[{\"delta\":{\"content\":\"hi\"}}]";

        assertThat(pass(unasked, before + field + "}\n\n")).isEqualTo(before + "}\n\n");
        assertThat(pass(asked, before + field + "}\n\n")).isEqualTo(before + field + "}\n\n");
    }

    @Test
    void passesTokensThatComeWithAWord() {
        String event = "data: {\"choices\":[{\"delta\":{\"content\":\"hi\"}}],\"usage\":{\"prompt_tokens\":7,"
                + "\"completion_tokens\":1}}\n\n";

        assertThat(pass(unasked, event)).isEqualTo(event);
        assertThat(pass(unasked, event.replace("\"completion_tokens\":1", "\"completion_tokens\":2")))
                .isNotEmpty();

        assertThat(unasked.usage()).contains(new TokenUsage(7, 2, false));
    }

    @Test
    void knowsHowFarTheAnswerIs() {
        pass(unasked, "data: {\"choices\":[{\"delta\":{\"content\":\"hi\"},\"finish_reason\":null}]}\n\n");
        assertThat(unasked.isFinished()).isFalse();

        pass(unasked, "data: {\"choices\":[{\"delta\":{},\"finish_reason\": \"stop\"}]}\n\n");
        assertThat(unasked.isFinished()).isTrue();
        assertThat(unasked.isDone()).isFalse();

        pass(unasked, "data: [DONE]\n\n");
        assertThat(unasked.isDone()).isTrue();
        assertThat(unasked.chunks()).isEqualTo(2);
    }

    @Test
    void showsNoKeyInAnErrorOfTheUpstream() {
        String shown = pass(asked, "data: {\"error\":{\"message\":\"bad key xai-secret-key\"}}\n\n");

        assertThat(shown).isEqualTo("data: {\"error\":{\"message\":\"bad key ***\"}}\n\n");
        assertThat(asked.hasFailed()).isTrue();
    }

    private static String pass(ChunkFilter filter, String event) {
        byte[] bytes = ("xx" + event + "yy").getBytes(StandardCharsets.UTF_8);
        return new String(filter.pass(bytes, 2, bytes.length - 2), StandardCharsets.UTF_8);
    }
}
