package org.pixazo.telegram;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.FakeTelegram;
import org.pixazo.testing.Wait;

/** The account page's part about Telegram, and what a person there does with it. */
class TelegramPageIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long PERSON = 201;

    private final FakeTelegram telegram = BotServer.telegram();
    private final Browser browser = new Browser(BotServer.server());
    private final Page page = browser.newUser();

    @AfterEach
    void close() {
        browser.assertThatNothingWentWrong();
        browser.close();
    }

    @Test
    void a_code_links_a_person_who_is_shown_and_can_be_unlinked() {
        browser.open("/account");
        assertThat(page.locator("#telegram .about")).containsText("@" + FakeTelegram.NAME);
        assertThat(page.locator("#telegram li")).hasCount(0);

        Locator code = page.locator("#linkCode");
        page.locator("#makeTelegramCode").click();
        assertThat(code).hasText(Pattern.compile("/link [A-Z2-9]{8}"));
        String first = code.textContent();
        page.locator("#makeTelegramCode").click();
        assertThat(code).not().hasText(first);
        String second = code.textContent();
        assertThat(page.locator("#telegramCode a"))
                .hasAttribute("href", "https://t.me/" + FakeTelegram.NAME + "?start=link-" + second.substring(6));

        telegram.say(PERSON, first);
        sees("This code is not valid");
        telegram.say(PERSON, second);
        sees("Linked: you are ");
        page.reload();
        assertThat(code).hasCount(0);
        assertThat(page.locator("#telegram li strong")).hasText("Ada" + PERSON);

        page.getByLabel("Unlink Ada" + PERSON).click();
        assertThat(page.locator("#telegram li")).hasCount(0);
        page.reload();
        assertThat(page.locator("#telegram li")).hasCount(0);
        telegram.say(PERSON, "/settings");
        sees("Account: tg-" + PERSON);
    }

    private void sees(String words) {
        try {
            Wait.until(SOON, () -> telegram.texts(PERSON).stream().anyMatch(text -> text.contains(words)));
        } catch (AssertionError late) {
            throw new AssertionError("Nobody said " + words + ": " + telegram.texts(PERSON), late);
        }
    }
}
