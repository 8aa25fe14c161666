package org.pixazo.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixazo.testing.FakeTelegram;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Wait;

/** The bot by webhook, closed to strangers; and a bot that Telegram does not know. */
class TelegramWebhookIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SECRET = "a_secret-of-the-webhook";

    @TempDir
    Path folder;

    @Test
    void updates_come_by_webhook_with_the_secret_alone_and_are_handled_once() {
        try (FakeTelegram telegram = new FakeTelegram(0);
                PixazoServer server = PixazoServer.start(
                        folder.resolve("data"),
                        Map.of(
                                "TELEGRAM_BOT_TOKEN", FakeTelegram.TOKEN,
                                "TELEGRAM_API_URL", telegram.url().toString(),
                                "PIXAZO_BASE_URL", "https://pixazo.example.org",
                                "PIXAZO_REGISTRATION", "first",
                                "TELEGRAM_ALLOWED", "1,3",
                                "TELEGRAM_DAILY_QUESTIONS", "1",
                                "TELEGRAM_WEBHOOK_SECRET", SECRET))) {
            Wait.until(SOON, () -> telegram.webhook().equals("https://pixazo.example.org/telegram/webhook " + SECRET));
            telegram.say(1, "by webhook");
            telegram.say(2, "let me in");
            telegram.say(1, "too much");
            for (String update : telegram.waiting()) {
                server.anonymous().post("/telegram/webhook", update).expect(401);
                deliver(server, update);
                deliver(server, update);
            }
            Wait.until(
                    SOON, () -> telegram.chat(1).size() == 2 && telegram.chat(2).size() == 1);
            assertThat(telegram.texts(2)).first().asString().contains("invited people only", "2");
            assertThat(telegram.texts(1)).last().asString().contains("as much as a day allows");
            assertThat(telegram.calls("getUpdates")).isZero();
            assertThat(telegram.violations()).isEmpty();
        }
    }

    @Test
    void a_wrong_token_stops_the_bot_and_nothing_else() {
        try (FakeTelegram telegram = new FakeTelegram(0);
                PixazoServer server = PixazoServer.start(
                        folder.resolve("wrong"),
                        Map.of(
                                "TELEGRAM_BOT_TOKEN",
                                "1:wrong-token-of-a-bot",
                                "TELEGRAM_API_URL",
                                telegram.url().toString()))) {
            Wait.until(
                    SOON,
                    () -> server.admin()
                            .get("/api/telegram")
                            .expect(200)
                            .text("status")
                            .equals("bad_token"));
            assertThat(server.anonymous().get("/api/health/ready").expect(200).body())
                    .contains("bad_token");
            assertThat(server.output()).noneMatch(line -> line.contains("wrong-token-of-a-bot"));
        }
    }

    private static void deliver(PixazoServer server, String update) {
        Wait.until(
                SOON,
                () -> server.anonymous()
                                .with("X-Telegram-Bot-Api-Secret-Token", SECRET)
                                .post("/telegram/webhook", update)
                                .status()
                        == 200);
    }
}
