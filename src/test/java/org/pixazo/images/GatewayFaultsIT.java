package org.pixazo.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;

/** What becomes of a job whose gateway fails: each fault has an end, and words that tell a person what to do. */
class GatewayFaultsIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    private Api api;

    @BeforeEach
    void newUser() {
        api = Shared.server().newUser();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    fail-400 fault      | refused the prompt or a parameter      | The fake fails as told
                    fail-401 fault      | refused its API key                    | Check PIXAZO_API_KEY or your own key
                    fail-402 fault      | has no credit left                     | Top up at https://api-console.pixazo.ai
                    no-balance fault    | has no credit left                     | choose a free model
                    fail-403 fault      | does not allow this model              | to its API key
                    fail-404 fault      | does not have this model               | at the known path
                    fail-500 fault      | failed                                 | The fake fails as told
                    no-picture fault    | the prompt was filtered                | image upstream
                    poll-failed fault   | could not make the picture             | the model ran out of memory
                    html-file fault     | an HTML page                           | instead of a picture
                    truncated-file fault| cut off after                          | image/png
                    huge-file fault     | 10000 by 10000 pixels                  | megapixels are refused
                    oversize-file fault | larger than                            | which is refused
                    redirect-private fault | not on the public internet          | picture
                    missing-file fault  | could not be downloaded                | 404
                    """)
    void a_fault_that_stays_ends_the_job_and_says_what_a_person_can_do(String prompt, String what, String help) {
        Answer job = ended(order(prompt));
        assertThat(job.text("status")).isEqualTo("failed");
        assertThat(job.text("error")).contains(what).contains(help).doesNotContain("localhost", "gateway-test");
        assertThat(job.at("images")).isEmpty();
        assertThat(job.text("finished_at")).isNotEmpty();
    }

    @Test
    void a_wrong_key_of_a_person_is_refused_by_name() {
        api.put("/api/credentials/pixazo", Map.of("api_key", "bad-key-of-mine")).expect(200);
        Answer job = ended(order("an oval with a wrong key"));
        assertThat(job.text("error")).contains("refused its API key").doesNotContain("bad-key-of-mine");
    }

    @ParameterizedTest
    @CsvSource({"fail-500 once passes", "fail-503 once passes", "fail-429 once passes"})
    void a_fault_that_passes_leaves_no_trace_but_the_picture(String prompt) {
        Answer job = ended(order(prompt));
        assertThat(job.text("status")).isEqualTo("succeeded");
        assertThat(job.at("images")).hasSize(1);
        assertThat(job.at("error").isNull()).isTrue();
    }

    @Test
    void a_limit_that_names_its_end_is_waited_for() {
        // Such a limit holds all orders of its key.
        api.put("/api/credentials/pixazo", Map.of("api_key", "key-with-a-limit"))
                .expect(200);
        long id = order("fail-429 retry-after-90");
        Answer job = waiting(id);
        assertThat(job.text("status")).isEqualTo("queued");
        assertThat(job.text("error")).contains("is busy");
        assertThat(seconds(job)).isBetween(85L, 95L);
        api.delete("/api/image-jobs/" + id).expect(200);
    }

    @Test
    void a_silent_gateway_is_given_up_and_asked_again_later() {
        long id = order("stall fault");
        Answer job = waiting(id);
        assertThat(job.text("error")).contains("image upstream").containsIgnoringCase("did not");
        assertThat(seconds(job)).isBetween(4L, 10L);
        assertThat(job.at("images")).isEmpty();
        api.delete("/api/image-jobs/" + id).expect(200);
    }

    private long order(String prompt) {
        return api.post(
                        "/api/images/generate",
                        Map.of("prompt", prompt, "model", "flux-schnell", "width", 256, "height", 256))
                .expect(202)
                .number("job/id");
    }

    private Answer ended(long id) {
        Wait.until(
                LONG,
                () -> !api.get("/api/image-jobs/" + id)
                        .expect(200)
                        .at("finished_at")
                        .isNull());
        return api.get("/api/image-jobs/" + id);
    }

    /** A job whose first try has failed and which waits for the second. */
    private Answer waiting(long id) {
        Wait.until(LONG, () -> api.get("/api/image-jobs/" + id).expect(200).number("attempts") == 1);
        return api.get("/api/image-jobs/" + id);
    }

    private static long seconds(Answer job) {
        return Duration.between(Instant.parse(job.text("updated_at")), Instant.parse(job.text("next_attempt_at")))
                .toSeconds();
    }
}
