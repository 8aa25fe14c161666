package org.pixazo.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixazo.testing.FakeGateway;
import org.pixazo.testing.FakeTelegram;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Wait;

/** {@code kill -9} between the steps of an image request: the picture comes once. */
class TelegramKillIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int PEOPLE = 5;

    @TempDir
    Path folder;

    @Test
    void pictures_come_once_wherever_the_server_dies() {
        try (FakeTelegram telegram = new FakeTelegram(0);
                FakeGateway gateway = new FakeGateway(0);
                PixazoServer server = PixazoServer.start(folder.resolve("data"), settings(telegram, gateway))) {
            // Each person's request is held at another step; then the server dies at all of them at once.
            telegram.say(1, "/image a boat that came");
            Wait.until(LONG, () -> photos(telegram, 1) == 1);
            telegram.fault(1, (method, chat) -> chat == 2 && method.equals("sendPhoto"), "slow-after 120000");
            telegram.say(2, "/image a boat of which only Telegram knows that it came");
            Wait.until(LONG, () -> photos(telegram, 2) == 1);
            telegram.say(3, "/image stall once for a boat");
            Wait.until(
                    LONG,
                    () -> gateway.requests().stream()
                            .anyMatch(request -> request.body().contains("stall once")));
            telegram.say(4, "/image a boat that waits behind the other");
            Wait.until(LONG, () -> !telegram.chat(4).isEmpty());
            int polls = telegram.calls("getUpdates");
            telegram.say(5, "/image a boat that is hardly ordered");
            Wait.until(LONG, () -> telegram.calls("getUpdates") > polls);
            server.kill();
            server.start();
            // Once more in the middle of what is made good.
            Wait.until(LONG, () -> photos(telegram, 3) == 1);
            server.kill();
            server.start();
            for (long person = 1; person <= PEOPLE; person++) {
                comesOnce(telegram, person);
            }
        }
    }

    private static void comesOnce(FakeTelegram telegram, long person) {
        Wait.until(LONG, () -> photos(telegram, person) > 0);
        // Whatever waits before it in the queue has been sent when this is answered.
        telegram.say(person, "/cancel");
        Wait.until(LONG, () -> telegram.texts(person).contains("Nothing is under way."));
        assertThat(photos(telegram, person)).as("pictures of person " + person).isEqualTo(1);
    }

    private static int photos(FakeTelegram telegram, long person) {
        return telegram.chat(person).stream()
                .mapToInt(FakeTelegram.Shown::pictures)
                .sum();
    }

    private static Map<String, String> settings(FakeTelegram telegram, FakeGateway gateway) {
        return Map.of(
                "TELEGRAM_BOT_TOKEN",
                FakeTelegram.TOKEN,
                "TELEGRAM_API_URL",
                telegram.url().toString(),
                "PIXAZO_GATEWAY_URL",
                gateway.url().toString(),
                "PIXAZO_API_KEY",
                "gateway-test",
                "PIXAZO_GATEWAY_PACE",
                "100000",
                "PIXAZO_IMAGE_JOBS_AT_ONCE",
                "pixazo=1");
    }
}
