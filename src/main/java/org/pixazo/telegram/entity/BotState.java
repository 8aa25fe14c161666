package org.pixazo.telegram.entity;

/** How the bot fares. */
public enum BotState {
    /** No token is set. */
    OFF("not_configured", "TELEGRAM_BOT_TOKEN is not set."),
    STARTING("starting", "The bot is about to reach Telegram."),
    UP("up", "The bot hears and answers."),
    UNREACHABLE("unreachable", "The Bot API does not answer; the bot tries on and loses nothing."),
    CONFLICT("conflict", "Another program fetches this bot's updates: only one may. The bot tries on."),
    BAD_TOKEN("bad_token", "Telegram does not know TELEGRAM_BOT_TOKEN. The bot has stopped."),
    STOPPED("stopped", "The server stops.");

    private final String word;
    private final String detail;

    BotState(String word, String detail) {
        this.word = word;
        this.detail = detail;
    }

    /** The name in health reports. */
    public String word() {
        return word;
    }

    public String detail() {
        return detail;
    }
}
