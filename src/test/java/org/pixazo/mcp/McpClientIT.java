package org.pixazo.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pixazo.testing.Api;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an assistant can do that comes with the official SDK's own client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpClientIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PixazoServer server = Shared.server();
    private final List<McpSchema.ProgressNotification> progress = new CopyOnWriteArrayList<>();
    private Api api;
    private McpSyncClient client;

    @BeforeAll
    void connect() {
        McpUser user = new McpUser(server);
        api = user.browser();
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder(
                                server.uri().toString())
                        .endpoint("/mcp")
                        .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + user.key()))
                        .build())
                .requestTimeout(Duration.ofSeconds(60))
                .progressConsumer(progress::add)
                .build();
        client.initialize();
    }

    @AfterAll
    void disconnect() {
        client.closeGracefully();
    }

    @Test
    void the_server_says_who_it_is_and_what_it_has() {
        assertThat(client.getServerInfo().name()).isEqualTo("pixazo");
        assertThat(client.getServerInstructions()).contains("generate_image");
        assertThat(client.getServerCapabilities().tools()).isNotNull();
        assertThat(client.getServerCapabilities().resources()).isNotNull();
        assertThat(client.getServerCapabilities().prompts()).isNotNull();
        assertThat(client.getServerCapabilities().completions()).isNotNull();
        client.ping();
    }

    @Test
    void every_tool_says_what_it_takes_and_gives() {
        List<McpSchema.Tool> tools = client.listTools().tools();
        assertThat(tools)
                .extracting(McpSchema.Tool::name)
                .containsExactlyInAnyOrder(
                        "generate_image",
                        "get_image",
                        "list_images",
                        "list_models",
                        "recommend_model",
                        "suggest_styles",
                        "enhance_prompt",
                        "save_prompt",
                        "list_prompts",
                        "chat");
        for (McpSchema.Tool tool : tools) {
            assertThat(tool.description()).isNotBlank();
            assertThat(tool.annotations().readOnlyHint()).isNotNull();
            assertThat(tool.outputSchema()).containsEntry("type", "object");
            JsonNode properties = JSON.valueToTree(tool.inputSchema()).path("properties");
            properties
                    .properties()
                    .forEach(property -> assertThat(
                                    property.getValue().path("description").asString())
                            .as(tool.name() + "." + property.getKey())
                            .isNotBlank());
        }
        JsonNode generate = JSON.valueToTree(tools.stream()
                .filter(tool -> tool.name().equals("generate_image"))
                .findFirst()
                .orElseThrow()
                .inputSchema());
        assertThat(generate.at("/properties/model/enum").toString()).contains("\"sdxl\"", "\"offline\"");
        assertThat(generate.at("/properties/style/enum").toString()).contains("\"watercolor\"");
        assertThat(generate.at("/properties/n/maximum").asInt()).isEqualTo(8);
    }

    @Test
    void a_picture_is_made_under_the_eyes_of_the_client_and_shown() throws IOException {
        CallToolResult result = client.callTool(McpSchema.CallToolRequest.builder("generate_image")
                .arguments(Map.of("prompt", "a fox for mcp", "model", "sdxl", "width", 1024, "height", 768, "n", 2))
                .meta(Map.of("progressToken", "fox"))
                .build());
        JsonNode made = content(result);
        assertThat(made.path("status").asString()).isEqualTo("succeeded");
        assertThat(made.path("images")).hasSize(2);
        long id = made.at("/images/0/id").asLong();
        api.get("/api/images/" + id).expect(200);
        assertThat(server.anonymous()
                        .get(made.at("/images/0/url")
                                .asString()
                                .replace(server.uri().toString(), ""))
                        .status())
                .isEqualTo(200);

        McpSchema.ImageContent thumbnail = first(result, McpSchema.ImageContent.class);
        assertThat(side(thumbnail)).isEqualTo(512);
        assertThat(first(result, McpSchema.ResourceLink.class).uri()).isEqualTo("pixazo://images/" + id);

        CallToolResult whole = call("get_image", Map.of("id", id, "full", true));
        assertThat(side(first(whole, McpSchema.ImageContent.class))).isEqualTo(1024);

        // The SDK's client hands each notification to a thread of its own, so neither their order nor that they are
        // heard
        // before the answer can be asked of it; McpProtocolIT looks at the wire.
        Wait.until(
                Duration.ofSeconds(20),
                () -> progress.stream().anyMatch(step -> "fox".equals(step.progressToken()) && step.progress() == 3.0));

        McpSchema.ReadResourceResult read =
                client.readResource(new McpSchema.ReadResourceRequest("pixazo://images/" + id));
        assertThat(read.contents()).hasSize(2);
        assertThat(read.contents().get(0)).isInstanceOf(McpSchema.BlobResourceContents.class);
        assertThat(client.listResources().resources())
                .extracting(McpSchema.Resource::uri)
                .contains("pixazo://images/" + id);
        assertThat(content(call("list_images", Map.of("q", "FOX for mcp", "limit", 1)))
                        .path("next_cursor")
                        .asString())
                .isNotBlank();
    }

    @Test
    void what_a_tool_cannot_do_names_the_argument_and_the_rule() {
        assertRefused("generate_image", Map.of(), "prompt must not be blank");
        assertRefused("generate_image", Map.of("prompt", "x", "n", 9), "n must be from 1 to 8");
        assertRefused("generate_image", Map.of("prompt", "x", "width", "wide"), "width must be a whole number");
        assertRefused("generate_image", Map.of("prompt", "x", "model", "sdxl", "width", 9), "width must be from");
        assertRefused("generate_image", Map.of("prompt", "x", "model", "nope"), "model must be one of list_models");
        assertRefused("generate_image", Map.of("prompt", "x", "style", "nope"), "style must be one of photographic");
        assertRefused("generate_image", Map.of("prompt", "x", "colour", 1), "colour is not a field");
        assertRefused("generate_image", Map.of("prompt", "nul \0"), "prompt must not contain");
        assertRefused("get_image", Map.of(), "id is required");
        assertRefused("get_image", Map.of("id", 999_999_999), "There is no image 999999999");
        assertRefused("list_images", Map.of("limit", 101), "limit must be");
        assertRefused("list_models", Map.of("kind", "audio"), "kind must be text or image");
        assertRefused("save_prompt", Map.of("title", "t"), "content must not be blank");
        assertRefused("chat", Map.of("message", "x", "chat_id", 999_999_999), "chat_id must be one of yours");
        assertRefused("chat", Map.of("message", "x", "workspace_id", 999_999_999), "workspace_id must be one of");
        assertRefused("generate_image", Map.of("prompt", "fail-400 please", "model", "sdxl"), "refused");
    }

    @Test
    void a_chat_goes_on_and_can_be_read() {
        JsonNode first = content(call("chat", Map.of("message", "hello mcp", "name", "Talk")));
        assertThat(first.path("reply").asString()).isEqualTo("You said: hello mcp");
        long chat = first.path("chat_id").asLong();
        JsonNode second = content(call("chat", Map.of("message", "again", "chat_id", chat)));
        assertThat(second.path("chat_id").asLong()).isEqualTo(chat);
        assertThat(api.get("/api/chats/" + chat + "/messages").expect(200).at("items"))
                .hasSize(4);

        String markdown = text(client.readResource(new McpSchema.ReadResourceRequest("pixazo://chats/" + chat)));
        assertThat(markdown).startsWith("# Talk\n").contains("## User\n\nhello mcp", "You said: again");
        String json = text(client.readResource(new McpSchema.ReadResourceRequest("pixazo://chats/" + chat + ".json")));
        assertThat(JSON.readTree(json).at("/chat/messages")).hasSize(4);

        McpSchema.ListResourcesResult page = client.listResources();
        while (page.nextCursor() != null) {
            page = client.listResources(page.nextCursor());
        }
        assertThat(page.resources()).extracting(McpSchema.Resource::uri).contains("pixazo://chats/" + chat);
    }

    @Test
    void advice_and_enhancement_come_as_everywhere() {
        assertThat(content(call("recommend_model", Map.of("prompt", "a fox")))
                        .path("model")
                        .asString())
                .isNotBlank();
        assertThat(content(call("suggest_styles", Map.of("prompt", "a fox"))).path("styles"))
                .isNotEmpty();
        assertThat(content(call("enhance_prompt", Map.of("prompt", "a fox")))
                        .path("prompt")
                        .asString())
                .contains("fox");
        assertThat(content(call("list_models", Map.of("kind", "image")))
                        .path("models")
                        .toString())
                .contains("sdxl")
                .doesNotContain("grok");
    }

    @Test
    void the_library_is_the_servers_prompts() {
        call("save_prompt", Map.of("title", "Portrait", "content", "{{who}} in {{style}}", "tags", List.of("face")));
        call("save_prompt", Map.of("title", "Twin", "content", "one"));
        JsonNode twin = content(call("save_prompt", Map.of("title", "Twin", "content", "two")));

        List<McpSchema.Prompt> prompts = client.listPrompts().prompts();
        assertThat(prompts).extracting(McpSchema.Prompt::name).doesNotHaveDuplicates();
        McpSchema.Prompt portrait = prompts.stream()
                .filter(prompt -> prompt.name().equals("Portrait"))
                .findFirst()
                .orElseThrow();
        assertThat(portrait.arguments())
                .extracting(McpSchema.PromptArgument::name)
                .containsExactly("who", "style");

        assertThat(filled("Portrait", Map.of("who", "A fox", "style", "oil"))).isEqualTo("A fox in oil");
        assertThat(filled("Twin #" + twin.path("id").asLong(), Map.of())).isEqualTo("two");
        assertThatThrownBy(() -> filled("Portrait", Map.of("who", "A fox")))
                .isInstanceOf(McpError.class)
                .hasMessageContaining("style");
        assertThatThrownBy(() -> filled("Nothing", Map.of())).isInstanceOf(McpError.class);

        McpSchema.CompleteResult completed = client.completeCompletion(new McpSchema.CompleteRequest(
                new McpSchema.PromptReference("Portrait"),
                new McpSchema.CompleteRequest.CompleteArgument("style", "water")));
        assertThat(completed.completion().values()).containsExactly("watercolor");

        assertThat(content(call("list_prompts", Map.of("tag", "face"))).at("/prompts/0/variables"))
                .hasSize(2);
    }

    @Test
    void calls_stand_in_the_ledger_as_the_channels() {
        call("chat", Map.of("message", "for the ledger"));
        call("enhance_prompt", Map.of("prompt", "for the ledger"));
        Wait.until(
                Duration.ofSeconds(10),
                () -> api.get("/api/usage/summary?group_by=channel")
                        .expect(200)
                        .body()
                        .contains("\"mcp\""));
        assertThat(api.get("/api/usage/summary?group_by=channel").body()).doesNotContain("\"api\"");
    }

    private CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static JsonNode content(CallToolResult result) {
        assertThat(result.isError()).as(result.toString()).isNotEqualTo(true);
        return JSON.valueToTree(result.structuredContent());
    }

    private void assertRefused(String tool, Map<String, Object> arguments, String reason) {
        CallToolResult result = call(tool, arguments);
        assertThat(result.isError()).isTrue();
        assertThat(first(result, McpSchema.TextContent.class).text()).contains(reason);
    }

    private String filled(String prompt, Map<String, Object> arguments) {
        McpSchema.Content content = client.getPrompt(new McpSchema.GetPromptRequest(prompt, arguments))
                .messages()
                .get(0)
                .content();
        return ((McpSchema.TextContent) content).text();
    }

    private static String text(McpSchema.ReadResourceResult read) {
        return ((McpSchema.TextResourceContents) read.contents().get(0)).text();
    }

    private static <T> T first(CallToolResult result, Class<T> type) {
        return result.content().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static int side(McpSchema.ImageContent content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(content.data())))
                .getWidth();
    }
}
