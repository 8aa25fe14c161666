package org.pixazo.mcp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The configurations for assistants on the account page. */
class McpClientsPageIT {

    private final Browser browser = new Browser(Shared.server());

    @AfterEach
    void leave() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
    }

    @Test
    void every_client_has_a_configuration_with_the_address_and_a_place_for_the_key() {
        Page page = account();
        assertThat(page.locator("#mcpClients summary")).hasText(new String[] {
            "Claude Code",
            "Claude Desktop",
            "Cursor",
            "VS Code",
            "LibreChat",
            "Open WebUI",
            "Any client that knows only stdio"
        });
        for (String text : page.locator("#mcpClients code").allTextContents()) {
            assertThat(text).contains(Shared.server().uri() + "/mcp", "YOUR_KEY");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-desktop", "cursor", "vscode", "mcp-remote"})
    void what_a_program_reads_as_json_is_json(String client) {
        JsonNode config = JsonMapper.shared().readTree(account().textContent("#mcp-" + client));
        assertThat(config.toString()).contains("\"pixazo\"", "Bearer YOUR_KEY");
    }

    @Test
    void a_new_key_stands_in_all_of_them_once_and_is_copied() {
        Page page = account();
        page.fill("#keyName", "assistant");
        page.click("#createKey");
        assertThat(page.locator("#secret")).isVisible();
        String key = page.textContent("#secret");
        List<String> texts = page.locator("#mcpClients code").allTextContents();
        assertThat(texts).hasSize(7).allSatisfy(text -> assertThat(text).contains(key));

        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.click("#mcpClients summary:text-is('Cursor')");
        page.click("[aria-label='Copy for Cursor']");
        assertThat(page.locator("#toasts")).containsText("Copied.");
        assertThat(page.evaluate("navigator.clipboard.readText()").toString())
                .contains("\"Authorization\": \"Bearer " + key + "\"");

        page.navigate("/account");
        assertThat(page.locator("#mcp-cursor")).containsText("YOUR_KEY");
    }

    @Test
    void a_key_that_does_not_open_the_server_is_not_offered() {
        Page page = account();
        page.fill("#keyName", "chats");
        page.uncheck("input[value=mcp]");
        page.click("#createKey");
        assertThat(page.locator("#secret")).isVisible();
        assertThat(page.locator("#mcp-cursor")).containsText("YOUR_KEY");
    }

    private Page account() {
        Page page = browser.newUser();
        page.navigate("/account");
        return page;
    }
}
