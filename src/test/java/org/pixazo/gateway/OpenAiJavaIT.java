package org.pixazo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ResponseFormatJsonObject;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.images.Image;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.models.Model;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;

/** OpenAI's own Java library works by base URL and key alone, and raises its right exceptions. */
class OpenAiJavaIT {

    private static final String MODEL = "grok-4";

    private final PixazoServer server = Shared.server();
    private final OpenAIClient client = client(PixazoServer.ADMIN_KEY);

    @Test
    void models() {
        assertThat(client.models().list().data()).extracting(Model::id).contains("grok-3-auto", "sdxl");
        assertThat(client.models().retrieve("acme/llama-3+:free").id()).isEqualTo("acme/llama-3+:free");
    }

    @Test
    void a_plain_answer() {
        ChatCompletion answer =
                client.chat().completions().create(saying("hello").build());
        assertThat(content(answer)).isEqualTo("You said: hello");
        assertThat(answer.usage().orElseThrow().totalTokens()).isEqualTo(12);
    }

    @Test
    void the_ledger_has_the_figures_of_the_upstream() {
        Api caller = server.newUser();
        OpenAIClient own = client(
                caller.post("/api/keys", Map.of("name", "ledger")).expect(201).text("secret"));
        own.chat().completions().create(saying("hello ledger").build());
        Wait.until(
                Duration.ofSeconds(10),
                () -> !caller.get("/api/usage").expect(200).at("items").isEmpty());
        Answer usage = caller.get("/api/usage");
        assertThat(usage.text("items/0/channel")).isEqualTo("v1");
        assertThat(usage.number("items/0/prompt_tokens")).isEqualTo(7);
        assertThat(usage.number("items/0/completion_tokens")).isEqualTo(5);
        assertThat(usage.at("items/0/tokens_estimated").asBoolean()).isFalse();
    }

    @Test
    void a_streaming_answer_with_usage() {
        ChatCompletionCreateParams params = saying("one two three")
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        List<ChatCompletionChunk> chunks;
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params)) {
            chunks = stream.stream().toList();
        }
        assertThat(text(chunks)).isEqualTo("You said: one two three");
        ChatCompletionChunk last = chunks.get(chunks.size() - 1);
        assertThat(last.choices()).isEmpty();
        assertThat(last.usage().orElseThrow().promptTokens()).isEqualTo(7);
    }

    @Test
    void a_stream_without_usage_where_nobody_asks_for_it() {
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(saying("quiet").build())) {
            List<ChatCompletionChunk> chunks = stream.stream().toList();
            assertThat(text(chunks)).isEqualTo("You said: quiet");
            assertThat(chunks).allMatch(chunk -> !chunk.choices().isEmpty());
        }
    }

    @Test
    void tools() {
        ChatCompletionFunctionTool tool = ChatCompletionFunctionTool.builder()
                .function(FunctionDefinition.builder()
                        .name("weather")
                        .parameters(FunctionParameters.builder()
                                .putAdditionalProperty("type", JsonValue.from("object"))
                                .build())
                        .build())
                .build();
        ChatCompletion answer =
                client.chat().completions().create(saying("Bern").addTool(tool).build());
        var call = answer.choices()
                .get(0)
                .message()
                .toolCalls()
                .orElseThrow()
                .get(0)
                .asFunction();
        assertThat(call.function().name()).isEqualTo("weather");
        assertThat(call.function().arguments()).isEqualTo("{\"said\":\"Bern\"}");
        assertThat(answer.choices().get(0).finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.TOOL_CALLS);
    }

    @Test
    void json_mode() {
        ChatCompletion answer = client.chat()
                .completions()
                .create(saying("json")
                        .responseFormat(ResponseFormatJsonObject.builder().build())
                        .build());
        assertThat(content(answer)).isEqualTo("{\"said\":\"json\"}");
    }

    @Test
    void an_image_as_link() {
        Image image = image(
                ImageGenerateParams.builder().prompt("a fox for Java").size(ImageGenerateParams.Size.of("256x256")));
        URI link = URI.create(image.url().orElseThrow());
        assertThat(server.anonymous()
                        .get(link.getRawPath() + "?" + link.getRawQuery())
                        .expect(200)
                        .header("Content-Type"))
                .contains("image/png");
    }

    @Test
    void an_image_as_base64_with_parameters_of_pixazos_own() {
        Image image = image(ImageGenerateParams.builder()
                .prompt("a fox for Java")
                .responseFormat(ImageGenerateParams.ResponseFormat.B64_JSON)
                .putAdditionalBodyProperty("seed", JsonValue.from(7))
                .putAdditionalBodyProperty("negative_prompt", JsonValue.from("dogs")));
        byte[] bytes = Base64.getDecoder().decode(image.b64Json().orElseThrow());
        assertThat(bytes).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_stream_that_the_client_closes_ends_at_the_upstream() {
        int before = Shared.text().disconnects();
        try (StreamResponse<ChatCompletionChunk> stream = client.chat()
                .completions()
                .createStreaming(saying("slow and long").build())) {
            Iterator<ChatCompletionChunk> chunks = stream.stream().iterator();
            assertThat(chunks.hasNext()).isTrue();
        }
        Wait.until(Duration.ofSeconds(5), () -> Shared.text().disconnects() > before);
    }

    @Test
    void a_wrong_key() {
        fails(() -> client("pxz_wrong").models().list(), UnauthorizedException.class, "invalid_api_key");
    }

    @Test
    void a_key_without_the_scope() {
        Api browser = server.anonymous().login(PixazoServer.ADMIN, PixazoServer.ADMIN_PASSWORD);
        OpenAIClient pictures = client(browser.post("/api/keys", Map.of("name", "java", "scopes", List.of("images")))
                .expect(201)
                .text("secret"));
        fails(
                () -> pictures.chat().completions().create(saying("hello").build()),
                PermissionDeniedException.class,
                "insufficient_permissions");
    }

    @Test
    void an_unknown_model() {
        fails(() -> client.models().retrieve("gpt-9"), NotFoundException.class, "model_not_found");
        fails(
                () -> client.chat()
                        .completions()
                        .create(saying("hello").model("gpt-9").build()),
                NotFoundException.class,
                "model_not_found");
        fails(
                () -> image(ImageGenerateParams.builder().prompt("a fox").model("dall-e-3")),
                NotFoundException.class,
                "model_not_found");
    }

    @Test
    void a_bad_request() {
        fails(() -> image(ImageGenerateParams.builder().prompt("a fox").n(9)), BadRequestException.class, null);
        fails(() -> client.chat().completions().create(saying("fail-400").build()), BadRequestException.class, null);
    }

    @Test
    void a_rate_limit() {
        fails(
                () -> image(ImageGenerateParams.builder().prompt("fail-429")),
                RateLimitException.class,
                "rate_limit_exceeded");
        assertThatThrownBy(() ->
                        client.chat().completions().create(saying("fail-429").build()))
                .isInstanceOf(RateLimitException.class);
    }

    @Test
    void an_upstream_that_fails() {
        fails(
                () -> image(ImageGenerateParams.builder().prompt("fail-500")),
                InternalServerException.class,
                "upstream_error");
        assertThatThrownBy(() ->
                        client.chat().completions().create(saying("fail-500").build()))
                .isInstanceOf(InternalServerException.class);
    }

    private Image image(ImageGenerateParams.Builder order) {
        return client.images().generate(order.build()).data().orElseThrow().get(0);
    }

    private OpenAIClient client(String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(server.uri() + "/v1")
                .apiKey(key)
                .maxRetries(0)
                .build();
    }

    private static ChatCompletionCreateParams.Builder saying(String text) {
        return ChatCompletionCreateParams.builder().model(MODEL).addUserMessage(text);
    }

    private static String content(ChatCompletion answer) {
        return answer.choices().get(0).message().content().orElseThrow();
    }

    private static String text(List<ChatCompletionChunk> chunks) {
        return chunks.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .flatMap(choice -> choice.delta().content().stream())
                .collect(Collectors.joining());
    }

    private static void fails(ThrowingCallable call, Class<? extends OpenAIServiceException> expected, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        expected,
                        failure -> assertThat(failure.code().orElse(null)).isEqualTo(code));
    }
}
