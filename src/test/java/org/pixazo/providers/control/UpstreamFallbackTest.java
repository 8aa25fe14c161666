package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.providers.entity.ChatRequest;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.providers.entity.TextProtocol;
import org.pixazo.providers.entity.TextRoute;
import org.pixazo.testing.FakeTextUpstream;
import org.pixazo.testing.Wait;

/** What happens where a model has several upstreams. */
class UpstreamFallbackTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestHttp http = new TestHttp();
    private final FakeTextUpstream first = new FakeTextUpstream(0);
    private final FakeTextUpstream second = new FakeTextUpstream(0);
    private final CircuitBreakers breakers = new CircuitBreakers(Duration.ofMillis(300));

    @AfterEach
    void close() {
        first.close();
        second.close();
        http.close();
    }

    @Test
    void the_first_answers_alone_while_it_can() {
        HeardAnswer heard = ask(route("a", first, "m1"), route("b", second, "m2"));

        assertThat(heard.completion().finishReason()).isEqualTo("stop");
        assertThat(heard.answering).containsExactly("a");
        assertThat(second.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail-429", "fail-500", "fail-502", "fail-503", "fail-504"})
    void who_is_busy_or_broken_is_left_for_the_next_at_once_and_with_its_own_name_for_the_model(String model) {
        HeardAnswer heard = ask(route("a", first, model), route("b", second, "m2"));

        heard.completion();
        assertThat(heard.answering).containsExactly("b");
        assertThat(first.requests()).hasSize(1);
        assertThat(second.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("\"model\":\"m2\""));
    }

    @Test
    void who_does_not_answer_in_time_is_left_for_the_next() {
        HeardAnswer heard = new HeardAnswer();
        http.chats(TestHttp.NO_LATE_START, breakers).stream(
                request(route("a", first, "stall-start"), route("b", second, "m2")), heard);

        heard.completion();
        assertThat(heard.answering).containsExactly("b");
    }

    @Test
    void who_cannot_be_reached_is_left_for_the_next() {
        first.close();
        HeardAnswer heard = ask(route("a", first, "m1"), route("b", second, "m2"));

        heard.completion();
        assertThat(heard.answering).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail-400", "fail-401", "fail-404", "fail-413"})
    void a_question_that_is_refused_is_not_asked_elsewhere(String model) {
        HeardAnswer heard = ask(route("a", first, model), route("b", second, "m2"));

        assertThat(heard.error()).isInstanceOf(UpstreamFailedException.class);
        assertThat(second.requests()).isEmpty();
    }

    @Test
    void only_the_last_is_asked_again() {
        HeardAnswer heard = ask(route("a", first, "fail-503"), route("b", second, "fail-503"));

        assertThat(heard.error().getMessage()).contains("fails as told: 503");
        assertThat(first.requests()).hasSize(1);
        assertThat(second.requests()).hasSize(3);
    }

    @Test
    void an_answer_that_has_begun_is_never_asked_for_elsewhere() {
        HeardAnswer heard = new HeardAnswer();
        http.chats(TestHttp.PATIENT, breakers).stream(
                request("cut it", route("a", first, "m1"), route("b", second, "m2")), heard);

        assertThat(heard.error().getMessage()).contains("broke off");
        assertThat(heard.text()).isEqualTo("You said: ");
        assertThat(second.requests()).isEmpty();
    }

    @Test
    void who_fails_again_and_again_is_passed_over_and_tried_again_after_a_while() {
        for (int i = 0; i < 5; i++) {
            ask(route("a", first, "fail-503"), route("b", second, "m2")).completion();
        }
        assertThat(first.requests()).hasSize(5);

        ask(route("a", first, "m1"), route("b", second, "m2")).completion();
        assertThat(first.requests()).as("its circuit is open").hasSize(5);

        Wait.until(PATIENCE, () -> {
            HeardAnswer heard = ask(route("a", first, "m1"), route("b", second, "m2"));
            heard.completion();
            return heard.answering.equals(List.of("a"));
        });
        HeardAnswer heard = ask(route("a", first, "m1"), route("b", second, "m2"));
        heard.completion();
        assertThat(heard.answering).as("its circuit is closed again").containsExactly("a");
    }

    @Test
    void the_only_one_is_asked_however_often_it_failed() {
        for (int i = 0; i < 6; i++) {
            ask(route("a", first, "fail-500")).error();
        }
        ask(route("a", first, "m1")).completion();
        assertThat(first.requests()).hasSize(7);
    }

    @Test
    void a_wrapper_gives_its_whole_answer_at_once() {
        HeardAnswer heard = ask(new TextRoute("a", TextProtocol.ASK, "grok-3-auto", TestHttp.access(first.url())));

        assertThat(heard.completion().usage().estimated()).isTrue();
        assertThat(heard.deltas).containsExactly("You said: System: Be brief.\n\nUser: hello");
        assertThat(first.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/ask");
            assertThat(request.body())
                    .contains("\"proxy\":\"http://proxy.example:3128\"", "\"model\":\"grok-3-auto\"")
                    .contains("\"extra_data\":null");
        });
    }

    @Test
    void a_wrapper_that_reports_a_failure_with_status_200_has_failed() {
        HeardAnswer heard = new HeardAnswer();
        TextRoute wrapper = new TextRoute("a", TextProtocol.ASK, "grok-3-auto", TestHttp.access(first.url()));
        http.chats(TestHttp.PATIENT, breakers).stream(request("fail", wrapper), heard);
        assertThat(heard.error())
                .isInstanceOf(UpstreamFailedException.class)
                .hasMessageContaining("reported: Request rejected by anti-bot rules");

        HeardAnswer again = new HeardAnswer();
        http.chats(TestHttp.PATIENT, breakers).stream(request("fail", wrapper, route("b", second, "m2")), again);
        again.completion();
        assertThat(again.answering).containsExactly("b");
    }

    private HeardAnswer ask(TextRoute... routes) {
        HeardAnswer heard = new HeardAnswer();
        http.chats(TestHttp.PATIENT, breakers).stream(request(routes), heard);
        heard.awaitEnd();
        return heard;
    }

    private static ChatRequest request(TextRoute... routes) {
        return request("hello", routes);
    }

    private static ChatRequest request(String question, TextRoute... routes) {
        return new ChatRequest(
                List.of(routes), List.of(new ChatTurn("system", "Be brief."), new ChatTurn("user", question)));
    }

    private static TextRoute route(String name, FakeTextUpstream upstream, String model) {
        URI url = upstream.url().resolve("/v1");
        return new TextRoute(name, TextProtocol.OPENAI, model, TestHttp.access(url));
    }
}
