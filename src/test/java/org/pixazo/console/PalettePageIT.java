package org.pixazo.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;
import tools.jackson.databind.json.JsonMapper;

/** The search with what one can do, and the keys of the console. */
class PalettePageIT {

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
    void a_message_is_found_with_its_words_marked_and_shown_in_its_branch() {
        say("the heron waits in the reeds");
        edit("the crane flies over the reeds");
        String chat = page.url();
        browser.newChat();
        palette("heron");
        Locator hit = option("Messages").first();
        assertThat(hit.locator("mark")).hasText("heron");
        assertThat(page.locator(".palette .group-title")).containsText(new String[] {"Messages"});
        hit.click();
        page.waitForURL(Pattern.compile(".*" + Pattern.quote(chat.replaceFirst(".*\\?", "")) + "$"));
        assertThat(page.locator(".message.found .said, .message.found .prose")).containsText("heron waits");
        assertThat(page.locator(".message.user .said")).hasText("the heron waits in the reeds");
        assertThat(page.locator(".message.user .siblings > span")).hasText("1/2");
    }

    @Test
    void chats_workspaces_pages_and_actions_are_found_by_name() {
        say("whales");
        assertThat(page.locator("#chatName")).hasText("On: whales");
        String chat = page.url();
        page.navigate("/usage");
        palette("whales");
        assertThat(option("Chats")).hasCount(1);
        option("Chats").click();
        page.waitForURL(chat);
        browser.awaitChat();
        palette("my work");
        option("Workspaces").click();
        browser.awaitPath("/workspace");
        palette("prompt lib");
        page.keyboard().press("Enter");
        browser.awaitPath("/prompts");
        palette("no such thing anywhere");
        assertThat(page.locator(".palette > p[role=status]")).hasText("Nothing is found.");
        page.fill(".palette input", "after:yesterday");
        assertThat(page.locator(".palette > p[role=status]")).containsText("after");
        browser.forgetFaults();
        page.keyboard().press("Escape");
        assertThat(page.locator(".palette")).isHidden();
    }

    @Test
    void a_prompt_goes_into_the_message_and_an_image_is_shown() {
        post("/api/prompts", Map.of("title", "Summary", "content", "Sum up the following."));
        post("/api/images/generate", Map.of("prompt", "a walrus", "model", "offline", "width", 256, "height", 256));
        palette("summary");
        option("Prompts").click();
        assertThat(page.locator("#prompt")).hasValue("Sum up the following.");
        assertThat(page.locator("#prompt")).isFocused();
        page.navigate("/account");
        palette("summary");
        option("Prompts").click();
        browser.awaitPath("/prompts");
        assertThat(page.locator("#search")).hasValue("Summary");
        assertThat(page.locator(".prompt-card")).hasCount(1);
        palette("walrus");
        option("Images").click();
        browser.awaitPath("/images");
        assertThat(page.locator("dialog[open]")).containsText("a walrus");
    }

    @Test
    void more_is_found_when_the_first_page_does_not_hold_it() {
        for (int i = 0; i < 23; i++) {
            post("/api/prompts", Map.of("title", "Pelican " + i, "content", "pelican number " + i));
        }
        palette("pelican");
        assertThat(option("Prompts")).hasCount(20);
        page.getByText("Find more").click();
        assertThat(option("Prompts")).hasCount(23);
        assertThat(page.getByText("Find more")).hasCount(0);
    }

    @Test
    void keys_act_while_nobody_types_and_are_shown() {
        say("first");
        say("second\n\n```\nthe code\n```");
        page.press("#prompt", "r");
        assertThat(page.locator("#prompt")).hasValue("r");
        page.fill("#prompt", "");
        page.press("#prompt", "Escape");
        assertThat(page.locator("#scroller")).isFocused();
        page.keyboard().press("k");
        page.keyboard().press("k");
        assertThat(page.locator(".message:focus .said")).containsText("second");
        page.keyboard().press("j");
        assertThat(page.locator(".message:focus .prose")).containsText("You said: second");
        page.keyboard().press("x");
        assertThat(page.locator(".toast").last()).hasText("Copied.");
        page.keyboard().press("r");
        assertThat(page.locator(".siblings > span")).hasText("2/2");
        assertThat(page.locator(".message.assistant").last()).hasAttribute("data-status", "complete");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator(".siblings > span")).hasText("1/2");
        page.keyboard().press("e");
        assertThat(page.locator(".editor textarea")).isFocused();
        page.keyboard().press("Escape");
        page.keyboard().press("s");
        assertThat(page.locator("#settings")).isVisible();
        page.keyboard().press("i");
        assertThat(page.locator("#settings")).isHidden();
        assertThat(page.locator("#imageDesk")).isVisible();
        page.keyboard().press("b");
        assertThat(page.locator("#sidebar")).isHidden();
        page.keyboard().press("b");
        assertThat(page.locator("#sidebar")).isVisible();
        page.keyboard().press("m");
        assertThat(page.locator("#prompt")).isFocused();
        page.keyboard().press("Control+/");
        assertThat(page.locator(".palette")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");

        page.keyboard().press("?");
        assertThat(page.locator("dialog.keys h2")).hasText(new String[] {"Keys in a chat", "Keys on every page"});
        assertThat(page.locator("dialog.keys")).containsText("Copy the last answer");
        page.locator("dialog.keys input").uncheck();
        page.locator("dialog.keys button").click();
        page.locator("#scroller").focus();
        page.keyboard().press("m");
        assertThat(page.locator("#scroller")).isFocused();
        palette("keyboard");
        page.keyboard().press("Enter");
        page.locator("dialog.keys input").check();
        page.locator("dialog.keys button").click();
        page.locator("#scroller").focus();
        String chat = page.url();
        page.keyboard().press("c");
        page.waitForURL(url -> url.contains("/chat?id=") && !url.equals(chat));
        assertThat(page.locator("#start")).isVisible();
    }

    private void say(String text) {
        page.fill("#prompt", text);
        page.press("#prompt", "Enter");
        Locator answer = page.locator(".message.assistant").last();
        assertThat(answer).containsText("You said: " + text.split("\n")[0]);
        assertThat(answer).hasAttribute("data-status", "complete");
    }

    private void edit(String text) {
        page.locator(".message.user").hover();
        page.locator(".message.user .edit").click();
        page.fill(".editor textarea", text);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".message.assistant")).containsText("You said: " + text);
        assertThat(page.locator(".message.assistant")).hasAttribute("data-status", "complete");
    }

    private void palette(String words) {
        page.keyboard().press("Control+/");
        assertThat(page.locator(".palette input")).isFocused();
        page.fill(".palette input", words);
    }

    private Locator option(String group) {
        return page.getByRole(
                        AriaRole.GROUP,
                        new Page.GetByRoleOptions().setName(group).setExact(true))
                .locator("[role=option]");
    }

    private void post(String path, Object body) {
        assertThat(page.request()
                        .post(
                                path,
                                RequestOptions.create()
                                        .setHeader(
                                                "Origin", Shared.server().uri().toString())
                                        .setHeader("Content-Type", "application/json")
                                        .setHeader("Prefer", "wait=30")
                                        .setData(JsonMapper.shared().writeValueAsString(body)))
                        .ok())
                .isTrue();
    }
}
