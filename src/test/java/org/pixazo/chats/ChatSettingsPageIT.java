package org.pixazo.chats;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings of a chat and the gauge of its context, on its page. */
class ChatSettingsPageIT {

    private final Browser browser = new Browser(Shared.server());
    private Page page;
    private String chat;

    @BeforeEach
    void newChat() {
        page = browser.newUser();
        browser.newChat();
        chat = "/api/chats/" + page.url().replaceFirst(".*id=", "");
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void settings_are_saved_one_by_one_and_reach_the_model() {
        page.click("#toggleSettings");
        assertThat(page.locator("#settings")).isFocused();
        set("#chatTitle", "A judge's chat");
        assertThat(page.locator("#chatName")).hasText("A judge's chat");
        assertThat(page.locator("#recentChats [aria-current=page]")).hasText("A judge's chat");
        assertThat(page.locator("[name=auto_title]")).not().isChecked();
        page.selectOption("#chatModel", "grok-3-auto");
        assertThat(page.locator("#model")).hasValue("grok-3-auto");
        set("#systemPrompt", "Speak like a judge of " + chat);
        set("#temperature", "0.25");
        set("#maxTokens", "77");
        page.locator("#chatTags").pressSequentially("law, deep sea");
        page.press("#chatTags", "Enter");
        assertThat(page.locator(".tag")).hasText(new String[] {"law", "deep sea"});
        page.locator(".tag button").first().click();
        assertThat(page.locator(".tag")).hasText(new String[] {"deep sea"});
        assertThat(page.locator("#settingsSaved")).hasText("Saved");

        page.press("#chatTitle", "Escape");
        assertThat(page.locator("#settings")).isHidden();
        assertThat(page.locator("#toggleSettings")).isFocused();
        say("are you fair?");
        assertThat(Shared.text().requests())
                .filteredOn(request -> request.body().contains("Speak like a judge of " + chat))
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.body()).contains("\"temperature\":0.25", "\"max_tokens\":77", "fake-large"));

        browser.reloadChat();
        page.click("#toggleSettings");
        assertThat(page.locator("#temperature")).hasValue("0.25");
        assertThat(page.locator("#systemPrompt")).hasValue("Speak like a judge of " + chat);
        assertThat(page.locator(".tag")).hasText(new String[] {"deep sea"});
        browser.assertThatNothingWentWrong();
    }

    @Test
    void a_fault_stands_at_its_field_and_what_was_typed_stays() {
        page.click("#toggleSettings");
        set("#temperature", "3");
        assertThat(page.locator("[data-error=temperature]")).hasText("The temperature must be from 0 to 2.");
        set("#chatTitle", "  ");
        assertThat(page.locator("[data-error=name]")).hasText("The name must not be blank.");
        say("hello");
        assertThat(page.locator("#temperature")).hasValue("3");
        assertThat(page.locator("#temperature")).hasAttribute("aria-invalid", "true");
        page.locator("#temperature").pressSequentially("0");
        assertThat(page.locator("[data-error=temperature]")).isEmpty();
        assertThat(page.locator("#temperature[aria-invalid]")).hasCount(0);
        set("#temperature", "1");
        assertThat(page.locator("[data-error=temperature]")).isEmpty();
        assertThat(read(chat).path("temperature").asDouble(-1)).isEqualTo(1);
        assertThat(read(chat).path("name").asString("")).isNotBlank();
    }

    @Test
    void a_pinned_chat_stands_above_and_an_archived_one_is_put_away_and_found_again() {
        say("the first chat");
        assertThat(page.locator("#chatName")).hasText("On: the first chat");
        page.click("#toggleSettings");
        page.check("[name=pinned]");
        assertThat(page.locator("#settingsSaved")).hasText("Saved");
        browser.newChat();
        assertThat(page.locator("#recentChats a[href^='/chat']").first()).hasText("On: the first chat");

        page.click("#recentChats a[href^='/chat']");
        browser.awaitChat();
        assertThat(page.locator("#chatName")).hasText("On: the first chat");
        page.click("#toggleSettings");
        page.check("[name=archived]");
        assertThat(page.locator("#recentChats a[href^='/chat']")).hasText(new String[] {"New chat"});
        page.click("#recentChats h2 a");
        assertThat(page.locator("#list li")).hasCount(1);
        page.click("#otherChats");
        assertThat(page.locator("#list li a")).hasText("On: the first chat");
        page.click("#list li a");
        browser.awaitChat();
        // Else it may be asked for when the chat is gone.
        assertThat(page.locator("#gauge")).isVisible();
        page.click("#toggleSettings");
        page.click("#deleteChat");
        page.click("dialog.confirm .danger");
        browser.awaitPath("/workspace");
        assertThat(page.locator("#list li")).hasCount(1);
        browser.assertThatNothingWentWrong();
    }

    @Test
    void the_gauge_tells_what_is_sent_what_is_left_out_and_what_it_cost() {
        List<Map<String, String>> old = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            old.add(Map.of("role", i % 2 == 0 ? "user" : "assistant", "content", i + " " + "x".repeat(40_000)));
        }
        post(chat + "/import", Map.of("messages", old));
        browser.reloadChat();
        int leftOut = read(chat + "/context").path("left_out").asInt();
        assertThat(leftOut).isPositive();
        assertThat(page.locator("#gauge")).containsText(leftOut + " left out");
        assertThat(page.locator(".context-line:visible"))
                .hasText("The model no longer sees the " + leftOut + " messages above");
        assertThat(page.locator(
                        ".message:has(.context-line:visible) .said, .message:has(.context-line:visible) .prose"))
                .hasText(Pattern.compile("^" + leftOut + " x+"));
        page.click("#gauge");
        assertThat(page.locator("#gaugeFacts")).containsText("not known of this model; assumed");

        page.selectOption("#model", "grok-4");
        assertThat(page.locator("#gaugeFacts")).containsText("of 256K tokens");
        say("tiny question");
        assertThat(answers().last().locator(".left-out"))
                .containsText(Pattern.compile("without the oldest \\d+ messages"));
        assertThat(page.locator("#gaugeFacts")).containsText("7 in, 4 out");
        assertThat(page.locator("#gaugeFacts")).containsText("$0.0");
        assertThat(page.locator("#gaugeFacts")).containsText(" of 42 messages");
        browser.assertThatNothingWentWrong();
    }

    private void set(String field, String text) {
        page.fill(field, text);
        page.locator(field).blur();
    }

    private void say(String text) {
        page.fill("#prompt", text);
        page.press("#prompt", "Enter");
        assertThat(answers().last()).containsText("You said: " + text);
        assertThat(answers().last()).hasAttribute("data-status", "complete");
    }

    private Locator answers() {
        return page.locator(".message.assistant");
    }

    private JsonNode read(String path) {
        return JsonMapper.shared().readTree(page.request().get(path).text());
    }

    private void post(String path, Object body) {
        assertThat(page.request()
                        .post(
                                path,
                                RequestOptions.create()
                                        .setHeader(
                                                "Origin", Shared.server().uri().toString())
                                        .setHeader("Content-Type", "application/json")
                                        .setData(JsonMapper.shared().writeValueAsString(body)))
                        .status())
                .isEqualTo(201);
    }
}
