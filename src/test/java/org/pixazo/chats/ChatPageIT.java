package org.pixazo.chats;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** The conversation on its page. */
class ChatPageIT {

    private final Browser browser = new Browser(Shared.server());
    private Page page;

    @BeforeEach
    void newChat() {
        page = browser.newUser();
        page.click("#newChat");
        page.waitForURL("**/chat?id=*");
        assertThat(page.locator("#start")).isVisible();
    }

    @AfterEach
    void leave() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
    }

    @Test
    void an_answer_comes_and_its_model_names_the_chat() {
        say("hello there");
        assertThat(answer()).hasAttribute("data-status", "complete");
        assertThat(answer().locator(".prose")).containsText("You said: hello there");
        assertThat(page.locator("#chatName")).hasText("On: hello there");
        assertThat(page.locator("#recentChats [aria-current=page]")).hasText("On: hello there");
        assertThat(page).hasTitle("On: hello there · Pixazo");
    }

    @Test
    void escape_stops_and_a_new_answer_stands_beside_the_first() {
        say("slow one");
        assertThat(answer().locator(".prose")).containsText("You");
        page.press("#prompt", "Escape");
        assertThat(answer()).hasAttribute("data-status", "stopped");
        answer().locator(".message-state button:has-text('Regenerate')").click();
        assertThat(answer().locator(".siblings")).containsText("2/2");
        assertThat(answer()).hasAttribute("data-status", "complete");
    }

    @Test
    void what_is_said_while_the_page_looks_anew_stays() {
        say("before");
        assertThat(answer()).hasAttribute("data-status", "complete");
        List<Runnable> late = new ArrayList<>();
        page.route("**/messages?*", route -> {
            if (late.isEmpty()) {
                APIResponse old = route.fetch();
                late.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(old)));
            } else {
                route.resume();
            }
        });
        page.waitForRequest("**/messages?*", () -> page.evaluate("dispatchEvent(new Event('online'))"));
        page.waitForCondition(() -> !late.isEmpty());

        say("meanwhile");
        assertThat(answer().locator(".prose")).containsText("You said: meanwhile");
        late.get(0).run();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".message")).hasCount(4);
        assertThat(answer().locator(".prose")).containsText("You said: meanwhile");
    }

    @Test
    void an_answer_without_a_word_is_said_to_be_empty_and_can_be_made_again() {
        say("say-nothing");
        assertThat(answer()).hasAttribute("data-status", "complete");
        assertThat(answer().locator(".why")).hasText("The model answered nothing.");
        answer().locator(".message-state button:has-text('Regenerate')").click();
        assertThat(answer().locator(".siblings")).containsText("2/2");
    }

    @Test
    void a_failure_is_said_in_words() {
        say("fail-400 please");
        assertThat(answer()).hasAttribute("data-status", "failed");
        assertThat(answer().locator(".why")).containsText("The fake fails as told");
    }

    @Test
    void an_answer_goes_on_after_a_reload_and_in_a_second_tab() {
        say("slow answer for two");
        assertThat(answer().locator(".prose")).containsText("You");
        Page other = browser.tab();
        other.navigate(page.url());
        page.reload();
        assertThat(answer()).hasAttribute("data-status", "complete");
        assertThat(answer().locator(".prose")).containsText("slow answer for two");
        assertThat(other.locator(".message.assistant .prose")).containsText("slow answer for two");
    }

    @Test
    void what_cannot_be_sent_comes_back_and_a_draft_survives() {
        browser.online(false);
        say("into the void");
        assertThat(page.locator("#composerError")).containsText("Not sent");
        assertThat(page.locator("#prompt")).hasValue("into the void");
        browser.online(true);
        page.reload();
        assertThat(page.locator("#prompt")).hasValue("into the void");
    }

    @Test
    void what_is_typed_while_an_answer_runs_is_said_after_it() {
        say("slow first");
        assertThat(answer().locator(".prose")).containsText("You");
        say("second");
        assertThat(page.locator("#queue li")).containsText("second");
        assertThat(page.locator(".message.user")).hasCount(2);
        assertThat(answer().locator(".prose")).containsText("You said: second");
        assertThat(page.locator("#queue li")).hasCount(0);
    }

    @Test
    void what_is_said_while_the_first_message_is_still_on_its_way_does_not_overtake_it() {
        page.evaluate("() => { const real = window.fetch; window.fetch = async (what, how) => {"
                + " if (how?.method === 'POST' && String(what).endsWith('/messages')) {"
                + " await new Promise((done) => setTimeout(done, 1000)); } return real(what, how); }; }");
        say("first of two");
        say("second of two");
        assertThat(page.locator(".message.user")).hasCount(2);
        assertThat(page.locator(".message.user").first()).containsText("first of two");
        assertThat(page.locator(".message.user").last()).containsText("second of two");
        assertThat(answer().locator(".prose")).containsText("You said: second of two");
    }

    @Test
    void what_waits_is_kept_by_the_server_and_can_be_taken_back() {
        say("slow long");
        assertThat(answer().locator(".prose")).containsText("You");
        say("second");
        say("third");
        say("fourth");
        assertThat(page.locator("#queue .text")).hasText(new String[] {"second", "third", "fourth"});
        Page other = browser.tab();
        other.navigate(page.url());
        assertThat(other.locator("#queue .text")).hasCount(3);
        page.locator("#queue li").nth(1).getByTitle("Do not say it").click();
        page.locator("#queue li").nth(1).getByTitle("Take it back to edit it").click();
        assertThat(page.locator("#prompt")).hasValue("fourth");
        assertThat(page.locator("#queue .text")).hasText(new String[] {"second"});
        assertThat(other.locator("#queue .text")).hasText(new String[] {"second"});
        page.locator("#queue").getByTitle("Stop the answer and say it now").click();
        assertThat(page.locator(".message.assistant").first()).hasAttribute("data-status", "stopped");
        assertThat(answer().locator(".prose")).containsText("You said: second");
        assertThat(page.locator("#queue li")).hasCount(0);
        assertThat(page.locator(".message.user")).hasCount(2);
        assertThat(other.locator(".message.assistant").last()).containsText("You said: second");
    }

    @Test
    void behind_an_answer_that_failed_what_waits_is_held_until_a_person_lets_it_go_on() {
        say("stall after a few words");
        assertThat(answer().locator(".prose")).containsText("You");
        say("after it");
        assertThat(page.locator("#queue .held")).containsText("The answer before it failed.");
        page.locator("#queue").getByTitle("Say it nevertheless").click();
        assertThat(answer().locator(".prose")).containsText("You said: after it");
        assertThat(page.locator("#queue li")).hasCount(0);
    }

    @Test
    void an_up_arrow_brings_back_what_was_said() {
        say("one");
        assertThat(answer()).hasAttribute("data-status", "complete");
        say("two");
        assertThat(answer()).containsText("You said: two");
        page.press("#prompt", "ArrowUp");
        assertThat(page.locator("#prompt")).hasValue("two");
        page.press("#prompt", "ArrowUp");
        page.press("#prompt", "ArrowUp");
        assertThat(page.locator("#prompt")).hasValue("one");
        page.press("#prompt", "ArrowDown");
        page.press("#prompt", "ArrowDown");
        assertThat(page.locator("#prompt")).hasValue("");
        page.locator("#prompt").pressSequentially("typed");
        page.press("#prompt", "ArrowUp");
        assertThat(page.locator("#prompt")).hasValue("typed");
    }

    @Test
    void a_message_is_enhanced_with_what_changed_shown() {
        page.fill("#prompt", "a cat");
        page.click("#composer [data-enhance]");
        assertThat(page.locator("#composer .enhanced ins").first()).isVisible();
        page.click("#composer .enhanced button:has-text('Discard')");
        assertThat(page.locator("#prompt")).hasValue("a cat");
        page.click("#composer [data-enhance]");
        page.click("#composer [data-take]");
        assertThat(page.locator("#prompt")).hasValue("You said: a cat");
        assertThat(page.locator("#prompt")).isFocused();
        assertThat(page.locator("#send")).isEnabled();
    }

    private void say(String text) {
        page.fill("#prompt", text);
        page.press("#prompt", "Enter");
    }

    private Locator answer() {
        return page.locator(".message.assistant").last();
    }
}
