package org.pixazo.chats.control;

import java.util.List;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.providers.control.TokenEstimate;
import org.pixazo.providers.entity.ChatOptions;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.providers.entity.TokenUsage;
import org.pixazo.usage.control.Call;
import org.pixazo.usage.entity.CallEnd;
import org.pixazo.usage.entity.CallStatus;
import org.pixazo.usage.entity.Channel;

/**
 * The call in the ledger behind an answer.
 *
 * @param turns what the model was sent
 * @param options how it shall answer
 * @param caller who asks
 * @param channel by which way
 * @param begun text that the answer goes on from; empty for a new one
 */
record AnswerCall(Call call, List<ChatTurn> turns, ChatOptions options, Caller caller, Channel channel, String begun) {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    void answeredBy(String upstream) {
        call.answeredBy(upstream);
    }

    void firstPiece() {
        call.firstByte();
    }

    /**
     * Settles the call.
     *
     * @param failure null unless the answer failed
     * @param counted by the provider; null where it did not come so far
     * @param characters how many of the answer came
     */
    void end(MessageStatus status, PixazoException failure, TokenUsage counted, int characters) {
        TokenUsage usage = counted != null || characters == 0 ? counted : TokenEstimate.of(turns, characters);
        call.end(
                switch (status) {
                    case COMPLETE -> new CallEnd(CallStatus.COMPLETE, OK, usage);
                    case STOPPED -> new CallEnd(CallStatus.STOPPED, OK, usage);
                    case FAILED -> CallEnd.failed(failure, usage);
                    case INTERRUPTED, STREAMING -> new CallEnd(CallStatus.INTERRUPTED, UNAVAILABLE, usage);
                });
    }
}
