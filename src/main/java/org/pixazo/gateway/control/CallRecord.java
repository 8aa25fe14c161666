package org.pixazo.gateway.control;

import java.util.Optional;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.gateway.entity.ChatBody;
import org.pixazo.providers.entity.TokenUsage;
import org.pixazo.usage.control.Call;
import org.pixazo.usage.entity.CallEnd;
import org.pixazo.usage.entity.CallStatus;

/** Settles one call of {@code /v1} in the ledger, with the upstream's figures or with an estimate. */
final class CallRecord {

    private static final int OK = 200;

    private final Call call;
    private final ChatBody body;

    CallRecord(Call call, ChatBody body) {
        this.call = call;
        this.body = body;
    }

    /** @param upstream name of the one whose answer begins */
    void answeredBy(String upstream) {
        call.answeredBy(upstream);
    }

    void firstByte() {
        call.firstByte();
    }

    /** @param pieces of text that came, counted as tokens where nobody else counts */
    void complete(Optional<TokenUsage> usage, long pieces) {
        call.end(new CallEnd(CallStatus.COMPLETE, OK, tokens(usage, pieces)));
    }

    void aborted(Optional<TokenUsage> usage, long pieces) {
        call.end(new CallEnd(CallStatus.ABORTED, null, tokens(usage, pieces)));
    }

    /** Nothing had come. */
    void failed(PixazoException failure) {
        call.end(CallEnd.failed(failure, null));
    }

    void failed(PixazoException failure, Optional<TokenUsage> usage, long pieces) {
        call.end(CallEnd.failed(failure, tokens(usage, pieces)));
    }

    void interrupted(Optional<TokenUsage> usage, long pieces) {
        call.end(new CallEnd(CallStatus.INTERRUPTED, null, tokens(usage, pieces)));
    }

    private TokenUsage tokens(Optional<TokenUsage> usage, long pieces) {
        return usage.orElseGet(() -> new TokenUsage(body.promptTokens(), pieces, true));
    }
}
