package org.pixazo.telegram;

import java.util.Map;
import org.pixazo.testing.FakeTelegram;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;

/**
 * A server with a bot that everybody may write to, made when first asked for. Tests keep out of each other's way by people
 * of their own.
 */
final class BotServer {

    static final String PUBLIC = "https://pixazo.example.org";

    private static FakeTelegram telegram;
    private static PixazoServer server;

    private BotServer() {}

    static synchronized FakeTelegram telegram() {
        if (telegram == null) {
            telegram = new FakeTelegram(0);
        }
        return telegram;
    }

    static synchronized PixazoServer server() {
        if (server == null) {
            server = PixazoServer.start(
                    Shared.folder("pixazo-telegram"),
                    Map.of(
                            "TELEGRAM_BOT_TOKEN",
                            FakeTelegram.TOKEN,
                            "TELEGRAM_API_URL",
                            telegram().url().toString(),
                            "GROK_API_URL",
                            Shared.text().url() + "/v1",
                            "PIXAZO_GATEWAY_URL",
                            Shared.gateway().url().toString(),
                            "PIXAZO_API_KEY",
                            "gateway-test",
                            "PIXAZO_GATEWAY_PACE",
                            "100000",
                            "PIXAZO_BASE_URL",
                            PUBLIC));
        }
        return server;
    }
}
