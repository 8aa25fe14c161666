package org.pixazo.telegram;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.FakeTelegram;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;

/** The whole conversation with the bot, as a person on Telegram has it. */
class TelegramIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static FakeTelegram telegram;
    private static PixazoServer server;

    @BeforeAll
    static void start() {
        telegram = new FakeTelegram(0);
        server = PixazoServer.start(
                Shared.folder("pixazo-telegram"),
                Map.of(
                        "TELEGRAM_BOT_TOKEN",
                        FakeTelegram.TOKEN,
                        "TELEGRAM_API_URL",
                        telegram.url().toString(),
                        "GROK_API_URL",
                        Shared.text().url() + "/v1",
                        "PIXAZO_GATEWAY_URL",
                        Shared.gateway().url().toString(),
                        "PIXAZO_API_KEY",
                        "gateway-test",
                        "PIXAZO_GATEWAY_PACE",
                        "100000"));
    }

    @AfterAll
    static void stop() {
        server.close();
        telegram.close();
    }

    @Test
    void start_says_hello_and_plain_words_are_answered() {
        telegram.say(1, "/start");
        sees(1, "Hello Ada1!");
        telegram.say(1, "good <morning> & *hello*");
        sees(1, "You said: good <morning> & hello");
    }

    private static FakeTelegram.Shown sees(long person, String words) {
        try {
            Wait.until(SOON, () -> telegram.texts(person).stream().anyMatch(text -> text.contains(words)));
        } catch (AssertionError late) {
            throw new AssertionError("Nobody said " + words + ": " + telegram.chat(person) + "\n"
                    + String.join(
                            "\n",
                            server.output().stream()
                                    .filter(line -> line.contains("elegram"))
                                    .toList()));
        }
        return telegram.chat(person).stream()
                .filter(message -> message.text().contains(words))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
