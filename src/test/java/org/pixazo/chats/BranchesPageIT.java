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

    @Test
    void an_edited_question_is_asked_beside_the_first_one() {
        say("one");
        edit(questions().last(), "two");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".editor")).hasCount(0);
        assertThat(questions()).hasText(new String[] {"two"});
        assertThat(answers()).containsText("You said: two");
        assertThat(siblings(page.locator(".message.user"))).hasText("2/2");
        arrow(page.locator(".message.user"), "Earlier version").click();
        assertThat(questions()).hasText(new String[] {"one"});
        assertThat(answers()).containsText("You said: one");
    }

    @Test
    void an_edit_that_is_only_saved_asks_nobody_and_keeps_what_was_said() {
        say("a red fox");
        edit(questions().last(), "a grey fox");
        page.locator(".editor").getByText("Save", exactly()).click();
        assertThat(questions()).hasText(new String[] {"a grey fox"});
        assertThat(answers()).containsText("You said: a red fox");
        assertThat(page.locator(".siblings")).hasCount(0);
        page.locator(".message.user").hover();
        page.locator(".message.user .facts .link").click();
        assertThat(page.locator(".versions del")).hasText("red");
        assertThat(page.locator(".versions ins")).hasText("grey");
        page.locator(".versions").getByText("Close").click();

        edit(answers(), "What *I* would have said");
        page.keyboard().press("Control+Enter");
        assertThat(answers().locator(".prose em")).hasText("I");
        browser.reloadChat();
        assertThat(questions()).hasText(new String[] {"a grey fox"});
        assertThat(answers().locator(".prose")).hasText("What I would have said");
    }

    @Test
    void an_edit_that_is_left_or_fails_is_not_lost() {
        say("short");
        edit(questions().last(), "longer than short");
        page.keyboard().press("Escape");
        assertThat(page.locator(".editor")).hasCount(0);
        assertThat(questions()).hasText(new String[] {"short"});
        browser.reloadChat();
        open(questions().last());
        assertThat(page.locator(".editor textarea")).hasValue("longer than short");

        browser.online(false);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".editor .field-error")).containsText("Not saved: The server cannot be reached.");
        assertThat(page.locator(".editor textarea")).hasValue("longer than short");
        browser.online(true);
        browser.forgetFaults();
        page.fill(".editor textarea", " ");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".editor .field-error")).containsText("Write something");
        page.keyboard().press("Escape");
        open(questions().last());
        page.locator(".editor").getByText("Back to the message").click();
        assertThat(page.locator(".editor textarea")).hasValue("short");
        page.keyboard().press("Escape");
        assertThat(page.locator(".drafted")).hasCount(0);
    }

    @Test
    void a_chat_forks_into_a_new_one() {
        say("one");
        answers().hover();
        answers().locator(".regenerate").click();
        assertThat(siblings(answers())).hasText("2/2");
        assertThat(answers()).hasAttribute("data-status", "complete");
        say("two");
        answers().first().hover();
        answers().first().locator(".fork").click();
        page.locator("dialog[open]").getByText("The way here alone").click();
        page.fill("#forkName", "Another way");
        String before = page.url();
        page.press("#forkName", "Enter");
        assertThat(page.locator("#chatName")).hasText("Another way");
        assertThat(questions()).hasText(new String[] {"one"});
        assertThat(page.locator(".siblings")).hasCount(0);
        page.navigate(before);
        assertThat(questions()).hasText(new String[] {"one", "two"});
    }

    @Test
    void enter_forks_wherever_the_focus_is_in_the_dialog() {
        say("one");
        answers().hover();
        answers().locator(".fork").click();
        String before = page.url();
        page.locator("dialog[open] input[value=path]").press("Enter");
        page.waitForURL(url -> !url.equals(before));
        assertThat(questions()).hasText(new String[] {"one"});
    }

    @Test
    void a_stopped_answer_goes_on_beside_what_had_come() {
        page.fill("#prompt", "slow long");
        page.press("#prompt", "Enter");
        assertThat(answers().locator(".prose")).containsText("You said: slow");
        assertThat(answers().locator(".copy")).hasCount(0);
        page.press("#prompt", "Escape");
        assertThat(answers()).hasAttribute("data-status", "stopped");
        String kept = answers().locator(".prose").innerText();
        answers().locator(".go-on").click();
        assertThat(siblings(answers())).hasText("2/2");
        assertThat(answers()).hasAttribute("data-status", "complete");
        assertThat(answers().locator(".prose")).containsText(kept);
        assertThat(answers().locator(".prose")).containsText("Continue exactly where");
    }

    @Test
    void a_message_is_deleted_alone_or_with_what_follows() {
        say("one");
        say("two");
        say("three");
        remove(page.locator(".message.user").nth(1));
        assertThat(page.locator("dialog.confirm")).containsText("3 messages follow it");
        page.keyboard().press("Escape");
        assertThat(questions()).hasCount(3);
        remove(page.locator(".message.user").nth(1));
        page.getByText("Only this one").click();
        assertThat(questions()).hasText(new String[] {"one", "three"});
        assertThat(answers()).hasCount(3);
        remove(answers().nth(1));
        page.getByText("With what follows").click();
        assertThat(questions()).hasText(new String[] {"one"});
        browser.reloadChat();
        assertThat(page.locator(".message")).hasCount(2);
        remove(answers().last());
        page.locator("dialog.confirm .danger").click();
        assertThat(page.locator(".message")).hasCount(1);
    }

    private void edit(Locator message, String text) {
        open(message);
        page.fill(".editor textarea", text);
    }

    private void open(Locator message) {
        message.hover();
        page.locator(".message:hover .edit").click();
        assertThat(page.locator(".editor textarea")).isFocused();
    }

    private void remove(Locator message) {
        message.hover();
        message.locator(".remove").click();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
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
