package org.pixazo.chats;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** The chat page under the rules of axe, in each of its states, on a desk and on a phone. */
class ChatAccessibilityPageIT {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Browser browser = new Browser(Shared.server());
    private Page page;

    @BeforeEach
    void newChat() {
        page = browser.newUser();
        browser.newChat();
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void the_states_of_the_page_break_no_rule(int width) {
        page.setViewportSize(width, 844);
        assertThatNoRuleIsBroken("an empty chat");

        say("# A heading\n\n|a|b|\n|-|-|\n|1|2|\n\n```js\nlet x = 1;\n```");
        page.locator(".message.assistant").hover();
        page.locator(".regenerate").click();
        assertThat(page.locator(".siblings > span")).hasText("2/2");
        say("slow long");
        say("this waits");
        assertThat(page.locator("#queue li")).hasCount(1);
        page.locator("#stop").click();
        assertThat(page.locator(".message[data-status=stopped]")).hasCount(1);
        assertThat(page.locator(".message.assistant").last()).containsText("this waits");
        assertThat(page.locator("#gauge")).isVisible();
        assertThatNoRuleIsBroken("a conversation with versions and a stopped answer");

        page.locator(".message.user").last().hover();
        page.locator(".message.user").last().locator(".edit").click();
        assertThatNoRuleIsBroken("an edit");
        page.keyboard().press("Escape");

        page.click("#toggleSettings");
        page.locator("#chatTags").pressSequentially("deep sea,");
        assertThat(page.locator("#settingsSaved")).hasText("Saved");
        assertThatNoRuleIsBroken("the settings");
        page.press("#chatTags", "Escape");

        page.locator(".message.user").last().hover();
        page.locator(".message.user").last().locator(".fork").click();
        assertThatNoRuleIsBroken("the question how to fork");
        page.keyboard().press("Escape");

        page.keyboard().press("Control+/");
        page.fill(".palette input", "heading");
        assertThat(page.locator(".palette mark").first()).isVisible();
        assertThatNoRuleIsBroken("the search");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("dialog.keys")).isVisible();
        assertThatNoRuleIsBroken("the keys");
    }

    /** The check itself works. */
    @Test
    void a_button_without_a_name_is_noticed() {
        page.evaluate(
                "() => ['aria-label', 'title'].forEach((name) => document.querySelector('#toggleSettings').removeAttribute(name))");
        assertThat(broken()).extracting(Rule::getId).contains("button-name");
    }

    private void say(String text) {
        page.fill("#prompt", text);
        page.press("#prompt", "Enter");
        Locator answer = page.locator(".message.assistant").last();
        assertThat(answer).containsText("You said");
        if (!text.contains("slow") && !text.contains("waits")) {
            assertThat(answer).hasAttribute("data-status", "complete");
        }
    }

    private void assertThatNoRuleIsBroken(String state) {
        assertThat(broken()).as(state).extracting(ChatAccessibilityPageIT::told).isEmpty();
    }

    private List<Rule> broken() {
        // Colours are judged where they have come to rest.
        page.evaluate(
                "() => Promise.all(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity)"
                        + ".map((each) => each.finished.catch(() => null)))");
        return new AxeBuilder(page).withTags(RULES).analyze().getViolations();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(4).toList();
    }
}
