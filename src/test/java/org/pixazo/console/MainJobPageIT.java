package org.pixazo.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;

/** What people come for, in a real browser: from the registration to answers and images. */
class MainJobPageIT {

    private static PixazoServer unconnected;

    private Browser browser;
    private Page page;

    @AfterEach
    void nothing_went_wrong_in_the_pages() {
        try (Browser closing = browser) {
            closing.assertThatNothingWentWrong();
        }
    }

    @AfterAll
    static void stop() {
        if (unconnected != null) {
            unconnected.close();
        }
    }

    @Test
    void from_registration_to_an_answer_and_an_image_that_are_there_again_after_a_reload() {
        visit(new Browser(Shared.server()));
        browser.open("/");
        browser.awaitPath("/login");
        page.getByText("Register").click();
        browser.register("ada" + System.nanoTime(), Browser.PASSWORD);

        page.locator("#create").click();
        page.locator("#edit #name").fill("Garden");
        page.locator("#edit #save").click();
        browser.awaitPath("/workspace");
        assertThat(page.locator("h1")).hasText("Garden");
        page.locator("#createChat").click();
        browser.awaitPath("/chat");
        browser.awaitChat();

        say("slow **strong** words\n\n```js\nconst answer = 42;\n```\n\nthe end");
        assertThat(answer("streaming")).containsText("You said: slow strong");
        assertThat(answer("streaming")).not().containsText("the end");
        assertThat(answer("complete")).containsText("the end");

        page.locator("#toggleImages").click();
        page.locator("#imageModel").selectOption("offline");
        page.locator("#imagePrompt").fill("a lighthouse in a storm");
        page.locator("#generate").click();
        assertThatThePictureIsSeen();

        browser.reloadChat();
        assertThat(page.locator(".message.user .said")).containsText("slow **strong** words");
        assertThat(answer("complete").locator(".prose strong")).hasText("strong");
        assertThat(answer("complete").locator(".prose pre code")).hasText("const answer = 42;\n");
        assertThat(answer("complete").locator(".prose pre code .hljs-keyword")).hasText("const");
        assertThatThePictureIsSeen();
        assertThat(page.locator("#recentChats")).containsText("slow **strong** words");
    }

    @Test
    void hostile_content_stays_text() {
        chat();
        say("<img src=x onerror=\"window.hurt=1\"> <script>window.hurt=1</script> <svg onload=\"window.hurt=1\"></svg>"
                + " <a href=\"javascript:window.hurt=1\" onclick=\"window.hurt=1\">here</a>"
                + " [there](javascript:window.hurt=1) ![far](http://tracker.invalid/p.png)"
                + " <iframe srcdoc=\"<script>parent.hurt=1</script>\"></iframe> the end");
        assertThat(answer("complete")).containsText("the end");
        assertThatNothingHurts();
        answer("complete")
                .getByText("there", new Locator.GetByTextOptions().setExact(false))
                .last()
                .click();
        answer("complete")
                .getByText("here", new Locator.GetByTextOptions().setExact(false))
                .first()
                .click();
        browser.reloadChat();
        assertThat(answer("complete")).containsText("<img src=x onerror");
        assertThatNothingHurts();

        browser.open("/workspaces");
        page.locator("#create").click();
        page.locator("#edit #name").fill("<img src=x onerror=\"window.hurt=1\">");
        page.locator("#edit #save").click();
        browser.awaitPath("/workspace");
        assertThat(page.locator("h1")).containsText("<img src=x onerror");
        browser.open("/workspaces");
        assertThat(page.locator("#list")).containsText("<img src=x onerror");
        assertThat(page.evaluate("window.hurt")).isNull();
    }

    @Test
    void escape_stops_an_answer_and_keeps_what_had_come() {
        chat();
        say("slow long");
        assertThat(answer("streaming")).containsText("You said: slow");
        assertThat(page.locator("#stop")).isVisible();
        page.keyboard().press("Escape");

        assertThat(answer("stopped").locator(".message-state")).containsText("Stopped");
        assertThat(page.locator("#stop")).isHidden();
        String kept = answer("stopped").locator(".prose").innerText();
        assertThat(kept).startsWith("You said: slow").hasSizeLessThan(1000);
        browser.reloadChat();
        assertThat(answer("stopped").locator(".prose")).hasText(kept);
    }

    @Test
    void enter_sends_and_shift_enter_breaks_the_line() {
        chat();
        Locator prompt = page.locator("#prompt");
        prompt.pressSequentially("one");
        prompt.press("Shift+Enter");
        prompt.pressSequentially("two");
        assertThat(prompt).hasValue("one\ntwo");
        assertThat(page.locator(".message")).hasCount(0);
        prompt.press("Enter");

        assertThat(answer("complete")).containsText("You said: one");
        assertThat(page.locator(".message.user .said")).hasText("one\ntwo");
        assertThat(prompt).hasValue("");
    }

    @Test
    void a_draft_survives_a_reload_until_it_is_said() {
        chat();
        page.locator("#prompt").pressSequentially("half a thou");
        browser.reloadChat();
        assertThat(page.locator("#prompt")).hasValue("half a thou");
        assertThat(page.locator("#send")).isEnabled();
        page.locator("#send").click();
        assertThat(answer("complete")).containsText("half a thou");
        browser.reloadChat();
        assertThat(page.locator("#prompt")).hasValue("");
    }

    @Test
    void a_failed_answer_says_why_and_is_mended_by_regenerate() {
        chat();
        say("fail-400 once " + System.nanoTime());
        Locator state = answer("failed").locator(".message-state");
        assertThat(state).containsText("The fake fails as told: 400");
        state.getByText("Regenerate").click();

        assertThat(answer("complete")).containsText("You said: fail-400 once");
        assertThat(answer("complete").locator(".siblings")).hasText("2/2");
        answer("complete").getByTitle("Earlier version").click();
        assertThat(answer("failed")).containsText("The fake fails as told: 400");
    }

    @Test
    void what_is_said_during_an_answer_waits_and_follows_it() {
        chat();
        say("slow start with some words");
        assertThat(answer("streaming")).isVisible();
        say("and then this");
        assertThat(page.locator("#queue")).containsText("and then this");
        assertThat(page.locator(".message.user")).hasCount(2);
        assertThat(answer("complete").last()).containsText("You said: and then this");
        assertThat(page.locator("#queue")).isHidden();
    }

    @Test
    void logging_out_ends_it() {
        chat();
        say("between us");
        assertThat(answer("complete")).containsText("between us");
        String chat = page.url();
        assertThat(browser.status("/api/me")).isEqualTo(200);
        page.locator("#leave").click();
        browser.awaitPath("/login");

        assertThat(browser.status("/api/me")).isEqualTo(401);
        page.goBack();
        browser.awaitPath("/login");
        browser.open(chat);
        browser.awaitPath("/login");
        assertThat(page.locator("body")).not().containsText("between us");
    }

    @Test
    void a_new_server_makes_the_first_person_its_administrator_and_says_that_nothing_is_connected() {
        visit(new Browser(unconnected()));
        browser.open("/register");
        assertThat(page.locator("h1")).hasText("Create the first account");
        browser.register("first", Browser.PASSWORD);

        Locator banner = page.locator("#offlineBanner");
        assertThat(banner).containsText("Offline mode: no text and no image upstream is configured.");
        browser.newChat();
        assertThat(banner).isVisible();
        Locator grok = page.locator("#model option[value='grok-4']");
        assertThat(grok).isDisabled();
        assertThat(grok).hasText("Grok 4 (not connected)");
        assertThat(grok).hasAttribute("title", Pattern.compile("No text upstream is configured\\..*GROK_API_URL.*"));

        page.locator("#start [data-say]").first().click();
        assertThat(answer("complete").locator(".facts")).containsText("offline");
        page.locator("#toggleImages").click();
        assertThat(page.locator("#imageModel")).hasValue("offline");
        assertThat(page.locator("#imageModel option[value='sdxl']")).isDisabled();

        page.locator("#dismissBanner").click();
        assertThat(banner).isHidden();
        browser.reloadChat();
        assertThat(banner).isHidden();
        assertThat(answer("complete")).isVisible();
        Page other = browser.tab();
        other.navigate(page.url());
        assertThat(other.locator("#recentChats > a")).hasCount(1);
        assertThat(other.locator("#offlineBanner")).isHidden();
    }

    private static PixazoServer unconnected() {
        if (unconnected == null) {
            unconnected = PixazoServer.start(
                    Shared.folder("pixazo-unconnected"),
                    Map.of(
                            "PIXAZO_ADMIN_USERNAME", "",
                            "PIXAZO_ADMIN_PASSWORD", "",
                            "PIXAZO_ADMIN_API_KEY", "",
                            "PIXAZO_REGISTRATION", "first"));
        }
        return unconnected;
    }

    private void visit(Browser visitor) {
        browser = visitor;
        page = visitor.page();
    }

    private void chat() {
        visit(new Browser(Shared.server()));
        browser.newUser();
        browser.newChat();
    }

    private void say(String text) {
        page.locator("#prompt").fill(text);
        page.locator("#prompt").press("Enter");
    }

    private Locator answer(String status) {
        return page.locator(".message.assistant[data-status='" + status + "']");
    }

    private void assertThatThePictureIsSeen() {
        Locator picture = page.locator("[data-gallery] .thumb[data-image] img");
        assertThat(picture).hasCount(1);
        assertThat(picture).hasAttribute("alt", "a lighthouse in a storm");
        page.waitForFunction("() => document.querySelector('[data-gallery] .thumb[data-image] img')?.naturalWidth > 0");
    }

    private void assertThatNothingHurts() {
        assertThat(page.evaluate("window.hurt")).isNull();
        assertThat(page.locator("#log")
                        .locator("img, script, svg, iframe, [onclick], [onerror], [href^='javascript' i]"))
                .hasCount(0);
    }
}
