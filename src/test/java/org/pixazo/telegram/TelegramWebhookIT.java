package org.pixazo.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.FakeTelegram;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;
import org.pixazo.testing.Wait;

/** The bot by webhook, closed to strangers; and a bot that Telegram does not know. */
class TelegramWebhookIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String WRONG_TOKEN = "1:wrong-token-of-a-bot";
    private static final String SECRET = "a_secret-of-the-webhook";

    private static FakeTelegram telegram;
    private static PixazoServer server;
    private static PixazoServer withWrongToken;

    @BeforeAll
    static void start() {
        telegram = new FakeTelegram(0);
        withWrongToken = PixazoServer.start(
                Shared.folder("pixazo-wrong-token"),
                Map.of(
                        "TELEGRAM_BOT_TOKEN",
                        WRONG_TOKEN,
                        "TELEGRAM_API_URL",
                        telegram.url().toString()));
        server = PixazoServer.start(
                Shared.folder("pixazo-webhook"),
                Map.of(
                        "TELEGRAM_BOT_TOKEN", FakeTelegram.TOKEN,
                        "TELEGRAM_API_URL", telegram.url().toString(),
                        "PIXAZO_BASE_URL", "https://pixazo.example.org",
                        "PIXAZO_REGISTRATION", "first",
                        "TELEGRAM_ALLOWED", "1,3",
                        "TELEGRAM_DAILY_QUESTIONS", "1",
                        "TELEGRAM_WEBHOOK_SECRET", SECRET));
    }

    @AfterAll
    static void stop() {
        server.close();
        withWrongToken.close();
        telegram.close();
    }

    @Test
    void updates_come_by_webhook_with_the_secret_alone_and_are_handled_once() {
        Wait.until(SOON, () -> telegram.webhook().equals("https://pixazo.example.org/telegram/webhook " + SECRET));
        telegram.say(1, "by webhook");
        telegram.say(2, "let me in");
        telegram.say(1, "too much");
        for (String update : telegram.waiting()) {
            server.anonymous().post("/telegram/webhook", update).expect(401);
            deliver(update);
            deliver(update);
        }
        Wait.until(SOON, () -> telegram.chat(1).size() == 2 && telegram.chat(2).size() == 1);
        assertThat(telegram.texts(2)).first().asString().contains("invited people only", "2");
        assertThat(telegram.texts(1)).last().asString().contains("as much as a day allows");

        server.admin()
                .put("/api/admin/telegram/people/2", Map.of("access", "allowed", "daily_questions", 2))
                .expect(200);
        telegram.say(2, "invited now");
        List<String> waiting = List.copyOf(telegram.waiting());
        deliver(waiting.get(waiting.size() - 1));
        Wait.until(SOON, () -> telegram.chat(2).size() == 2);
        assertThat(telegram.texts(2)).last().asString().contains("invited now");
        assertThat(telegram.calls("getUpdates")).isZero();
        assertThat(telegram.violations()).isEmpty();
    }

    @Test
    void a_wrong_token_stops_the_bot_and_nothing_else() {
        Wait.until(
                SOON,
                () -> withWrongToken
                        .admin()
                        .get("/api/telegram")
                        .expect(200)
                        .text("status")
                        .equals("bad_token"));
        assertThat(withWrongToken
                        .anonymous()
                        .get("/api/health/ready")
                        .expect(200)
                        .body())
                .contains("bad_token");
        assertThat(withWrongToken.output()).noneMatch(line -> line.contains(WRONG_TOKEN));
    }

    private static void deliver(String update) {
        Wait.until(
                SOON,
                () -> server.anonymous()
                                .with("X-Telegram-Bot-Api-Secret-Token", SECRET)
                                .post("/telegram/webhook", update)
                                .status()
                        == 200);
    }
}
