package org.pixazo.usage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Api;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** Usage and the limits of keys on their pages. */
class UsagePageIT {

    private final Browser browser = new Browser(Shared.server());

    @AfterEach
    void leave() {
        browser.assertThatNothingWentWrong();
        browser.close();
    }

    @Test
    void usage_shows_calls_sums_and_days() {
        Page page = browser.newUser();
        page.click(".nav a[href$='/usage']");
        assertThat(page.locator(".empty")).containsText("Nothing was asked");

        page.navigate("/account");
        Api key = Shared.server().withKey(newKey(page, "script"));
        key.post("/api/prompts/enhance", Map.of("prompt", "a lake", "model", "grok-4"))
                .expect(200);
        page.navigate("/usage");
        assertThat(page.locator("#totals")).containsText("Calls1");
        assertThat(page.locator("#days .bars li")).hasCount(30);
        assertThat(page.locator("#models tbody th")).hasText("grok-4");
        assertThat(page.locator("#keys tbody th")).hasText("script");
        assertThat(page.locator("#newest tbody tr")).hasCount(1);
        assertThat(page.locator("#whose")).hasCount(0);
        page.click("text=7 days");
        assertThat(page.locator("#days .bars li")).hasCount(7);
    }

    @Test
    void an_administrator_sees_all_users() {
        browser.open("/login");
        browser.login("root", "correct horse battery");
        Page page = browser.page();
        Shared.server()
                .newUser()
                .post("/api/prompts/enhance", Map.of("prompt", "a lake", "model", "grok-4"))
                .expect(200);
        page.navigate("/usage?all=true");
        assertThat(page.locator("#users tbody tr").first()).isVisible();
        page.click("#whose");
        assertThat(page.locator("#users")).hasCount(0);
    }

    @Test
    void a_key_gets_limits_is_blocked_let_in_and_renewed() {
        Page page = browser.newUser();
        page.navigate("/account");
        page.fill("#keyName", "limited");
        page.click("#keyLimits summary");
        page.fill("#requestsPerMinute", "0");
        page.click("#createKey");
        assertThat(page.locator("#requestsPerMinuteHint")).containsText("must be at least 1");
        page.fill("#requestsPerMinute", "5");
        page.fill("#monthlyCost", "2.50");
        page.fill("#models", "grok-4, offline");
        page.click("#createKey");
        assertThat(page.locator(".key-limits")).hasText("5 requests/min · $2.5/month · only grok-4, offline");
        String secret = page.textContent("#secret");
        assertThat(status(secret)).isEqualTo(200);

        page.click("button.block");
        assertThat(page.locator("#keyList .badge")).hasText("blocked");
        assertThat(status(secret)).isEqualTo(401);
        page.click("button.block");
        assertThat(page.locator("#keyList .badge")).hasCount(0);
        assertThat(status(secret)).isEqualTo(200);

        page.click("button.rotate");
        assertThat(page.locator("#rotationFields")).containsText("limited");
        page.click("#rotateKey");
        assertThat(page.locator("#secret")).isVisible();
        assertThat(page.locator("#secret")).not().hasText(secret);
        assertThat(status(secret)).isEqualTo(401);
        assertThat(status(page.textContent("#secret"))).isEqualTo(200);
    }

    private static String newKey(Page page, String name) {
        page.fill("#keyName", name);
        page.click("#createKey");
        return page.textContent("#secret");
    }

    private static int status(String secret) {
        return Shared.server().withKey(secret).get("/api/me").status();
    }
}
