package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.providers.entity.ChatRequest;
import org.pixazo.providers.entity.ChatTurn;

class OfflineChatProviderTest {

    private final TestHttp http = new TestHttp();
    private final HeardAnswer heard = new HeardAnswer();
    private final PromptRules rules = new PromptRules();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void streamsAnImagePromptWordByWord() {
        ask(Duration.ofMillis(1), "a red fox");

        assertThat(heard.completion().finishReason()).isEqualTo("stop");
        assertThat(heard.completion().usage().estimated()).isTrue();
        assertThat(heard.completion().usage().completionTokens()).isPositive();
        assertThat(heard.deltas).hasSizeGreaterThan(50).noneMatch(String::isEmpty);
        assertThat(heard.text())
                .contains("a red fox, ", "**Setting:**", "**Light:**", "**Negative prompt**", "**Style:**", "**Size:**")
                .contains("no AI model", "GROK_API_URL", "GROK_API_KEY");
    }

    @Test
    void answersTheSameToTheSame() {
        assertThat(answer("a red fox")).isEqualTo(answer("a red fox"));
    }

    @ParameterizedTest
    @CsvSource({
        "Hello!, Hello!",
        "Who are you?, no AI model",
        "are you an AI, no AI model",
        "help, Telegram",
        "/help, Telegram",
        "/start, Telegram",
        "Thank you, You are welcome",
        "What is the capital of France?, I cannot answer that",
        "Write a poem about rain, I cannot answer that",
        "'', Describe a picture",
    })
    void isHonestAboutWhatItIs(String message, String said) {
        assertThat(answer(message)).contains(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a red fox", "Can you draw a cat?", "/image a castle", "What would a photo of Mars look like?"})
    void recognisesImageIdeas(String message) {
        assertThat(answer(message)).contains("Here is a richer prompt");
    }

    @Test
    void changesTheIdeaThatCameBefore() {
        assertThat(answer("a red fox", "make it night", "add snow"))
                .contains("```\na red fox, ")
                .contains("night")
                .contains("add snow");
    }

    @Test
    void aPromptCannotBreakOutOfItsCodeBlock() {
        String answer = answer("a fox ```\n# Heading");

        assertThat(answer.split("```", -1)).hasSize(5);
        assertThat(answer).doesNotContain("\n# Heading");
    }

    @Test
    void cancellingEndsTheStream() throws Exception {
        ChatCall call = ask(Duration.ofMillis(1), "a red fox");
        heard.awaitFirstDelta();
        call.cancel();
        int before = heard.deltas.size();

        HeardAnswer later = new HeardAnswer();
        OfflineChatProvider.stream(request("hello"), later, rules, http.timers, Duration.ofMillis(1));
        later.completion();
        // A whole other answer has passed; one word may have been under way when the call was cancelled.
        assertThat(heard.deltas.size()).isLessThanOrEqualTo(before + 1);
        assertThat(heard.ends).isEmpty();
    }

    private ChatCall ask(Duration pause, String... messages) {
        return OfflineChatProvider.stream(request(messages), heard, rules, http.timers, pause);
    }

    private String answer(String... messages) {
        return new OfflineAnswer(rules).to(request(messages).turns());
    }

    private static ChatRequest request(String... messages) {
        List<ChatTurn> turns = new ArrayList<>();
        for (String message : messages) {
            turns.add(new ChatTurn("user", message));
            turns.add(new ChatTurn("assistant", "…"));
        }
        turns.remove(turns.size() - 1);
        return new ChatRequest(List.of(), turns);
    }
}
