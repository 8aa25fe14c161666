package org.pixazo.usage.entity;

import org.pixazo.accounts.entity.Caller;

/**
 * A call of a model that is about to be made.
 *
 * @param caller who calls
 * @param channel by which way
 * @param kind what for
 * @param model catalogue id
 * @param provider who is asked first
 * @param promptTokens estimate of what is sent
 * @param completionTokens estimate of the most that may come back; 0 where that is unknown
 * @param images how many pictures are ordered; 0 for text
 */
public record NewCall(
        Caller caller,
        Channel channel,
        CallKind kind,
        String model,
        String provider,
        long promptTokens,
        long completionTokens,
        int images) {

    public static NewCall text(
            Caller caller, Channel channel, String model, String provider, long promptTokens, long completionTokens) {
        return new NewCall(caller, channel, CallKind.TEXT, model, provider, promptTokens, completionTokens, 0);
    }

    public static NewCall image(Caller caller, Channel channel, String model, String provider, int images) {
        return new NewCall(caller, channel, CallKind.IMAGE, model, provider, 0, 0, images);
    }

    /** Tokens that a limit holds back for the call. */
    public long tokens() {
        return promptTokens + completionTokens;
    }
}
