package org.pixazo.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** Making an API key on the account page. */
class KeysPageIT {

    private final Browser browser = new Browser(Shared.server());

    @AfterEach
    void leave() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
    }

    @Test
    void a_new_key_is_shown_once_with_all_that_a_program_needs() {
        Page page = browser.newUser();
        page.navigate("/account");
        page.fill("#keyName", "editor");
        page.click("#createKey");

        String base = Shared.server().uri() + "/v1";
        assertThat(page.locator("#apiUrl")).hasText(base);
        String key = page.textContent("#secret");
        assertThat(page.textContent("#firstCall")).startsWith("curl " + base).contains("Bearer " + key);
        Shared.server().withKey(key).get("/v1/models").expect(200);

        page.navigate("/account");
        assertThat(page.locator("#keyList")).containsText("editor");
        assertThat(page.locator("#secret")).hasCount(0);
    }

    @Test
    void a_key_without_chats_is_shown_with_a_command_that_it_opens() {
        Page page = browser.newUser();
        page.navigate("/account");
        page.fill("#keyName", "pictures");
        page.uncheck("input[value=chat]");
        page.uncheck("input[value=mcp]");
        page.click("#createKey");
        assertThat(page.locator("#firstCall")).containsText("/v1/models");
    }
}
