package org.pixazo.chats;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** The branches of a conversation on its page. */
class BranchesPageIT {

    private final Browser browser = new Browser(Shared.server());
    private Page page;

    @BeforeEach
    void newChat() {
        page = browser.newUser();
        browser.newChat();
    }

    @AfterEach
    void leave() {
        browser.assertThatNothingWentWrong();
        browser.close();
    }

    @Test
    void arrows_lead_from_one_answer_to_the_other_and_the_chat_goes_on_from_the_one_that_is_shown() {
        say("first");
        say("second");
        Locator first = answers().first();
        first.hover();
        first.locator(".regenerate").click();
        assertThat(answers()).hasCount(1);
        assertThat(siblings(answers().first())).hasText("2/2");
        assertThat(answers().first()).hasAttribute("data-status", "complete");

        arrow(answers().first(), "Earlier version").click();
        assertThat(siblings(answers().first())).hasText("1/2");
        assertThat(questions().last()).containsText("second");
        assertThat(arrow(answers().first(), "Earlier version")).isDisabled();
        assertThat(arrow(answers().first(), "Later version")).isFocused();

        page.keyboard().press("Enter");
        assertThat(siblings(answers().first())).hasText("2/2");
        assertThat(questions()).hasCount(1);
        say("third");
        assertThat(questions()).hasText(new String[] {"first", "third"});

        arrow(answers().first(), "Earlier version").click();
        assertThat(questions()).hasText(new String[] {"first", "second"});
        page.waitForResponse(
                "**/choose", () -> arrow(answers().first(), "Later version").click());
        browser.reloadChat();
        assertThat(questions()).hasText(new String[] {"first", "third"});
    }

    @Test
    void a_second_tab_shows_the_branch_that_is_chosen_in_the_first() {
        say("first");
        answers().first().hover();
        answers().first().locator(".regenerate").click();
        assertThat(siblings(answers().first())).hasText("2/2");
        assertThat(answers().first()).hasAttribute("data-status", "complete");
        Page other = browser.tab();
        other.navigate(page.url());
        assertThat(siblings(other.locator(".message.assistant"))).hasText("2/2");
        arrow(answers().first(), "Earlier version").click();
        assertThat(siblings(other.locator(".message.assistant"))).hasText("1/2");
    }

    private void say(String text) {
        page.fill("#prompt", text);
        page.press("#prompt", "Enter");
        assertThat(questions().last()).containsText(text);
        assertThat(answers().last()).hasAttribute("data-status", "complete");
        assertThat(answers().last()).containsText(text);
    }

    private Locator questions() {
        return page.locator(".message.user .said");
    }

    private Locator answers() {
        return page.locator(".message.assistant");
    }

    private static Locator siblings(Locator message) {
        return message.locator(".siblings > span");
    }

    private static Locator arrow(Locator message, String label) {
        return message.locator(".siblings [title='" + label + "']");
    }
}
