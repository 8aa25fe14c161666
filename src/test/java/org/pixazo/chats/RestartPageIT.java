package org.pixazo.chats;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;

/** What a page shows that stays open while the server dies and comes back. */
class RestartPageIT {

    private static final double RECOVERY_MILLIS = 60_000;

    @Test
    void an_answer_that_was_under_way_stays_and_what_waited_behind_it_is_answered() {
        Map<String, String> upstream = Map.of("GROK_API_URL", Shared.text().url() + "/v1", "GROK_API_KEY", "xai-test");
        try (PixazoServer server = PixazoServer.start(Shared.folder("restart"), upstream);
                Browser browser = new Browser(server)) {
            Page page = browser.newUser();
            browser.newChat();
            say(page, "slow long");
            Locator answer = page.locator(".message.assistant").first();
            assertThat(answer.locator(".prose")).containsText("You said");
            say(page, "behind it");
            assertThat(page.locator("#queue li")).containsText("behind it");

            server.kill();
            assertThat(answer).hasClass(Pattern.compile(".*\\blost\\b.*"));
            server.start();

            assertThat(answer)
                    .hasAttribute("data-status", "interrupted", new HasAttributeOptions().setTimeout(RECOVERY_MILLIS));
            assertThat(answer.locator(".prose")).containsText("You said");
            assertThat(page.locator(".message.assistant").last()).containsText("You said: behind it");
            assertThat(page.locator("#queue li")).hasCount(0);
        }
    }

    private static void say(Page page, String text) {
        page.fill("#prompt", text);
        page.press("#prompt", "Enter");
    }
}
