package org.pixazo.telegram.entity;

import org.pixazo.errors.entity.PixazoException;

/** The Bot API refused a request, or could not be reached. */
public class BotApiException extends PixazoException {

    private static final int BAD_GATEWAY = 502;
    private static final int NO_ANSWER = 0;

    private final int errorCode;
    private final long retryAfter;

    /**
     * @param errorCode Telegram's code, which is an HTTP status; 0 where there was no answer
     * @param description Telegram's words
     * @param retryAfter seconds to wait; 0 where it does not say
     */
    public BotApiException(int errorCode, String description, long retryAfter) {
        super(BAD_GATEWAY, "telegram-failed", "Telegram failed", description, null);
        this.errorCode = errorCode;
        this.retryAfter = retryAfter;
    }

    /** No answer came; the request may have arrived. */
    public static BotApiException unreachable(Throwable cause) {
        BotApiException failure = new BotApiException(
                NO_ANSWER, "The Bot API gave no answer: " + cause.getClass().getSimpleName(), 0);
        failure.initCause(cause);
        return failure;
    }

    @Override
    public long retryAfterSeconds() {
        return retryAfter;
    }

    public boolean unanswered() {
        return errorCode == NO_ANSWER;
    }

    public boolean tooMany() {
        return errorCode == 429;
    }

    /** The token does not open the bot. */
    public boolean unauthorized() {
        return errorCode == 401;
    }

    /** There is no such bot, or the server does not know what was asked of it. */
    public boolean unknown() {
        return errorCode == 404;
    }

    /** Another program fetches the updates of this bot. */
    public boolean conflict() {
        return errorCode == 409;
    }

    /** The person has blocked the bot, or the chat is gone: nothing will ever arrive there. */
    public boolean gone() {
        return errorCode == 403
                || says("chat not found")
                || says("user is deactivated")
                || says("group chat was deleted")
                || says("group chat was upgraded");
    }

    /** The server has a trouble of its own. */
    public boolean passing() {
        return unanswered() || errorCode >= 500;
    }

    public boolean notModified() {
        return says("message is not modified");
    }

    /** The message that was to be edited or removed is gone or too old. */
    public boolean notEditable() {
        return says("message to edit not found")
                || says("message can't be edited")
                || says("message to delete not found")
                || says("message can't be deleted")
                || says("message_id_invalid");
    }

    public boolean badMarkup() {
        return says("can't parse entities");
    }

    public boolean tooLong() {
        return says("too long") || says("too_long");
    }

    public boolean replyGone() {
        return says("message to be replied not found")
                || says("replied message not found")
                || says("message thread not found");
    }

    private boolean says(String words) {
        return getMessage() != null
                && getMessage().toLowerCase(java.util.Locale.ROOT).contains(words);
    }
}
