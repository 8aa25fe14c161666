package org.pixazo.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.EventStream;
import org.pixazo.testing.Shared;

/** Prompts made richer, by a model and by rules. */
class EnhanceIT {

    private static final String PATH = "/api/prompts/enhance";

    private Api api;

    @BeforeEach
    void newUser() {
        api = Shared.server().newUser();
    }

    @Test
    void an_image_model_is_spoken_to_as_it_likes() {
        String flux = api.post(PATH, Map.of("prompt", "a red fox", "model", "offline", "image_model", "flux-klein"))
                .expect(200)
                .text("prompt");
        assertThat(flux).startsWith("A red fox, ").contains(". ");
        String sdxl = api.post(PATH, Map.of("prompt", "a red fox", "model", "offline", "image_model", "sdxl"))
                .expect(200)
                .text("prompt");
        assertThat(sdxl).startsWith("a red fox, ").doesNotContain(". ");
        api.post(PATH, Map.of("prompt", "a red fox", "image_model", "grok-4")).expect(400);

        api.post(PATH, Map.of("prompt", "a tame fox " + System.nanoTime(), "model", "flux-klein"))
                .expect(200);
        assertThat(lastInstructions()).contains("Flux or Stable Diffusion 3");
        api.post(
                        PATH,
                        Map.of(
                                "prompt",
                                "a tame fox",
                                "model",
                                "grok-4",
                                "image_model",
                                "sdxl-lightning",
                                "style",
                                "anime"))
                .expect(200);
        assertThat(lastInstructions()).contains("SDXL family", "The look is");
    }

    @Test
    void variants_are_wished_for() {
        Answer five = api.post(PATH, Map.of("prompt", "a red fox", "model", "offline", "variants", 5))
                .expect(200);
        assertThat(five.at("variants").size()).isEqualTo(5);
        assertThat(five.text("variants/0")).isEqualTo(five.text("prompt"));
        Answer model = api.post(PATH, Map.of("prompt", "a fox\n---\na cat", "model", "grok-4", "variants", 2))
                .expect(200);
        assertThat(model.text("source")).isEqualTo("model");
        assertThat(model.at("variants").size()).isEqualTo(2);
        assertThat(model.text("variants/1")).isEqualTo("a cat");
        assertThat(api.post(PATH, Map.of("prompt", "x", "variants", 6))
                        .expect(400)
                        .text("errors/0/field"))
                .isEqualTo("variants");
    }

    @Test
    void a_stream_brings_pieces_and_ends_with_the_whole() {
        try (EventStream stream =
                api.stream("POST", PATH, Map.of("prompt", "slow red fox by a lake", "model", "grok-4"))) {
            List<EventStream.Event> events = stream.rest();
            assertThat(events.stream()
                            .filter(event -> event.name().equals("delta"))
                            .count())
                    .isGreaterThan(2);
            EventStream.Event last = events.get(events.size() - 1);
            assertThat(last.name()).isEqualTo("done");
            assertThat(last.data().get("source").asString()).isEqualTo("model");
            assertThat(last.data().get("prompt").asString()).contains("slow red fox by a lake");
        }
    }

    @Test
    void rules_end_a_stream_that_a_model_broke() {
        for (String prompt : List.of("cut red fox", "fail-500 red fox")) {
            try (EventStream stream = api.stream("POST", PATH, Map.of("prompt", prompt, "model", "grok-4"))) {
                assertThat(stream.until("done").get("source").asString()).isEqualTo("rules");
            }
        }
    }

    @Test
    void a_limit_of_the_key_is_said_before_a_stream_begins() {
        String secret = Shared.server()
                .admin()
                .post("/api/keys", Map.of("name", "limited", "requests_per_minute", 1))
                .expect(201)
                .text("secret");
        Api limited = Shared.server().withKey(secret);
        Map<String, Object> body = Map.of("prompt", "a lake", "model", "grok-4");
        limited.post(PATH, body).expect(200);
        Answer refused =
                limited.with("Accept", "text/event-stream").post(PATH, body).expect(429);
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(refused.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("problem+json"));
        // Rules are no call of a model, and no limit counts them.
        assertThat(limited.post(PATH, Map.of("prompt", "a lake", "model", "offline"))
                        .expect(200)
                        .text("source"))
                .isEqualTo("rules");
    }

    private static String lastInstructions() {
        var requests = Shared.text().requests();
        return requests.get(requests.size() - 1).body();
    }
}
