package org.pixazo.prompts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** The library on its page, and its prompts where one writes. */
class PromptsPageIT {

    private final Browser browser = new Browser(Shared.server());
    private Page page;

    @BeforeEach
    void enter() {
        page = browser.newUser();
        page.click(".nav a[href$='/prompts']");
        assertThat(page.locator("#nothing")).isVisible();
    }

    @AfterEach
    void leave() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
    }

    @Test
    void a_prompt_is_written_found_marked_and_deleted() {
        page.click("#newPrompt");
        page.click("#editorForm [type=submit]");
        assertThat(page.locator("[data-error=title]")).containsText("must not be blank");
        assertThat(page.locator("#promptTitle")).hasAttribute("aria-invalid", "true");
        page.fill("#promptTitle", "Letter");
        assertThat(page.locator("[data-error=title]")).isEmpty();
        assertThat(page.locator("[data-error=content]")).hasText("The prompt must not be blank.");
        page.fill("#promptContent", "Dear {{name | text:required}}, {{CURRENT_DATE}}");
        assertThat(page.locator("#variables")).containsText("name: text, required");
        assertThat(page.locator("#variables")).containsText("CURRENT_DATE");
        page.fill("#promptTags", "work, mail");
        page.click("#editorForm [type=submit]");
        assertThat(card("Letter")).containsText("1 to fill in");

        write("Fox", "a red fox");
        write("Fox again", "A  red fox");
        assertThat(page.locator(".toast").last()).containsText("the same content");
        assertThat(card("Fox again")).containsText("duplicate");

        page.fill("#search", "dear");
        assertThat(page.locator(".prompt-card")).hasCount(1);
        page.fill("#search", "");
        assertThat(page.locator(".prompt-card")).hasCount(3);
        page.selectOption("#tag", "mail");
        assertThat(page.locator(".prompt-card")).hasCount(1);
        page.selectOption("#tag", "");
        card("Letter").locator("[title^='Make it']").click();
        assertThat(card("Letter").locator("[aria-pressed=true]")).hasCount(1);
        page.check("#favourites");
        assertThat(page.locator(".prompt-card")).hasCount(1);
        page.uncheck("#favourites");

        card("Fox again").locator("[title=Delete]").click();
        page.click("dialog.confirm .danger");
        assertThat(page.locator(".prompt-card")).hasCount(2);
    }

    @Test
    void versions_show_what_changed_and_come_back() {
        write("Fox", "a red fox in snow");
        card("Fox").locator("[title=Edit]").click();
        page.fill("#promptContent", "a grey fox in snow");
        page.click("#editorForm [type=submit]");
        card("Fox").locator("[title='Versions (2)']").click();
        assertThat(page.locator("#diff del")).hasText("red");
        assertThat(page.locator("#diff ins")).hasText("grey");
        assertThat(page.locator("#restoreVersion")).isDisabled();
        page.click("#versions li:nth-child(2) button");
        page.click("#restoreVersion");
        assertThat(card("Fox").locator(".excerpt")).hasText("a red fox in snow");
        assertThat(card("Fox").locator("[title='Versions (3)']")).isVisible();
    }

    @Test
    void a_file_of_open_webui_comes_in() {
        page.setInputFiles(
                "#promptFile",
                new FilePayload(
                        "prompts.json",
                        "application/json",
                        "[{\"command\":\"/sum\",\"title\":\"Summarise\",\"content\":\"Sum up {{text | textarea}}\",\"timestamp\":1}]"
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(card("Summarise")).isVisible();
        page.setInputFiles(
                "#promptFile",
                new FilePayload("no.json", "application/json", "{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".toast.bad")).containsText("this is an object with the fields a");
    }

    @Test
    void a_slash_offers_prompts_and_asks_for_variables() {
        write("Poem", "Write a poem on {{subject | text:required}} in {{lines | number:default=4}} lines.");
        write("Plain", "plain words");
        page.click("#newChat");
        browser.awaitPath("/chat");
        browser.awaitChat();
        page.locator("#prompt").pressSequentially("Please /poe");
        assertThat(page.locator("#promptPrompts li")).hasCount(1);
        page.press("#prompt", "Escape");
        assertThat(page.locator("#promptPrompts")).isHidden();
        page.locator("#prompt").pressSequentially("m");
        page.press("#prompt", "Enter");
        page.click(".prompt-form [type=submit]");
        assertThat(page.locator(".prompt-form .field-error").first()).containsText("is required");
        page.fill(".prompt-form [name=v0]", "the sea");
        page.click(".prompt-form [type=submit]");
        assertThat(page.locator("#prompt")).hasValue("Please Write a poem on the sea in 4 lines.");
        assertThat(page.locator(".message")).hasCount(0);

        page.fill("#prompt", "");
        page.locator("#prompt").pressSequentially("/");
        assertThat(page.locator("#promptPrompts li")).hasCount(2);
        assertThat(page.locator("#promptPrompts li").first()).containsText("Poem");
        page.press("#prompt", "ArrowDown");
        page.press("#prompt", "Tab");
        assertThat(page.locator("#prompt")).hasValue("plain words");
        page.press("#prompt", "Enter");
        assertThat(page.locator(".message.user")).containsText("plain words");
        page.locator("#prompt").pressSequentially("1/2 and http://a");
        assertThat(page.locator("#promptPrompts")).isHidden();
    }

    @Test
    void a_prompt_goes_to_a_chat_to_an_image_and_to_the_clipboard() {
        write("Fox", "a red fox");
        card("Fox").locator("[title='Use in a chat']").click();
        browser.awaitPath("/chat");
        assertThat(page.locator("#prompt")).hasValue("a red fox");
        page.navigate("/prompts");
        card("Fox").locator("[title='Use for an image']").click();
        browser.awaitPath("/images");
        assertThat(page.locator("#imagePrompt")).hasValue("a red fox");
        page.navigate("/prompts");
        card("Fox").locator("[title=Copy]").click();
        assertThat(card("Fox")).containsText("3 uses");
    }

    @Test
    void a_prompt_goes_to_a_chat_though_the_workspace_that_was_last_open_is_gone() {
        write("Fox", "a red fox");
        page.evaluate("() => localStorage.setItem('pixazo.workspace', '999999999')");
        card("Fox").locator("[title='Use in a chat']").click();
        browser.awaitPath("/chat");
        assertThat(page.locator("#prompt")).hasValue("a red fox");
    }

    @Test
    void wording_is_enhanced_with_what_changed_marked() {
        page.click("#newPrompt");
        page.fill("#promptTitle", "Fox");
        page.fill("#promptContent", "a red fox");
        page.click("#enhancePrompt");
        assertThat(page.locator("#enhancedPrompt ins").first()).isVisible();
        page.locator("#enhancedPrompt [data-take]").first().click();
        assertThat(page.locator("#promptContent")).hasValue(Pattern.compile(".*a red fox.*"));
        assertThat(page.locator("#enhancedPrompt")).isHidden();
    }

    private void write(String title, String content) {
        page.click("#newPrompt");
        page.fill("#promptTitle", title);
        page.fill("#promptContent", content);
        page.click("#editorForm [type=submit]");
        assertThat(card(title)).isVisible();
    }

    private Locator card(String title) {
        return page.locator(".prompt-card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "h2", new Page.LocatorOptions().setHasText(Pattern.compile("^" + title + "$")))));
    }
}
