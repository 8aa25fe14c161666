package org.pixazo.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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

    @Test
    void a_keys_name_and_limits_are_changed_where_they_stand() {
        Page page = browser.newUser();
        page.navigate("/account");
        page.fill("#keyName", "editor");
        page.fill("#expires", "2099-01-01");
        page.click("#keyLimits summary");
        page.fill("#requestsPerMinute", "7");
        page.fill("#monthlyCost", "100");
        page.click("#createKey");
        assertThat(page.locator(".key-limits")).hasText("7 requests/min · $100/month");
        String key = page.textContent("#secret");

        page.click("#keyList .edit");
        assertThat(field(page, "keyName")).hasValue("editor");
        assertThat(field(page, "expires")).hasValue("2099-01-01");
        assertThat(field(page, "requestsPerMinute")).hasValue("7");
        assertThat(field(page, "monthlyCost")).hasValue("100");
        field(page, "keyName").fill("");
        field(page, "requestsPerMinute").fill("0");
        page.locator("[id='editKey:saveKey']").click();
        assertThat(fault(page, "keyName")).hasText("Name must have 1 to 100 characters.");
        field(page, "keyName").fill("report");
        page.locator("[id='editKey:saveKey']").click();
        assertThat(fault(page, "requestsPerMinute")).hasText("Requests a minute must be at least 1.");
        assertThat(field(page, "keyName")).hasValue("report");

        field(page, "requestsPerMinute").fill("");
        field(page, "models").fill("offline, grok-4");
        page.locator("#editDialog input[value=images]").uncheck();
        page.locator("[id='editKey:saveKey']").click();
        assertThat(page.locator("#editDialog")).isHidden();
        assertThat(page.locator("#keyList strong")).hasText("report");
        assertThat(page.locator(".key-limits")).hasText("$100/month · only offline, grok-4");
        Shared.server().withKey(key).get("/v1/models").expect(200);
        Shared.server().withKey(key).get("/api/images").expect(403);
    }

    private static Locator field(Page page, String name) {
        return page.locator("[id='editKey:" + name + "']");
    }

    private static Locator fault(Page page, String name) {
        return page.locator("[id='editKey:" + name + "Hint'] .field-error");
    }
}
