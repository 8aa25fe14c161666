package org.pixazo.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixazo.testing.FakeGateway;
import org.pixazo.testing.FakeTelegram;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Wait;

/** {@code kill -9} between the steps of an image request: the picture comes once. */
class TelegramKillIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void a_picture_comes_once_wherever_the_server_dies() {
        try (FakeTelegram telegram = new FakeTelegram(0);
                FakeGateway gateway = new FakeGateway(0);
                PixazoServer server = PixazoServer.start(folder.resolve("data"), settings(telegram, gateway))) {
            int polls = telegram.calls("getUpdates");
            dies(server, telegram, 1, () -> telegram.calls("getUpdates") > polls);
            dies(server, telegram, 2, () -> !telegram.chat(2).isEmpty());
            dies(
                    server,
                    telegram,
                    3,
                    () -> gateway.requests().stream()
                            .anyMatch(request -> request.body().contains("boat 3")));
            telegram.fault(1, (method, chat) -> chat == 4 && method.equals("sendPhoto"), "slow-after 5000");
            dies(server, telegram, 4, () -> photos(telegram, 4) == 1);
            dies(server, telegram, 5, () -> photos(telegram, 5) == 1);
        }
    }

    private static void dies(PixazoServer server, FakeTelegram telegram, long person, BooleanSupplier when) {
        telegram.say(person, "/image a slow boat " + person);
        Wait.until(LONG, when);
        server.kill();
        server.start();
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
                "100000");
    }
}
