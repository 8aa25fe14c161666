package org.pixazo.usage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.models.control.ModelPrices;
import org.pixazo.models.entity.ModelPrice;
import org.pixazo.usage.entity.CallKind;
import org.pixazo.usage.entity.NewCall;
import org.pixazo.usage.entity.RateLimits;
import org.pixazo.usage.entity.UsageEntry;
import org.pixazo.web.control.RequestId;

/** Every call of a model, from before it is made until it is settled. */
@ApplicationScoped
public class Ledger {

    @Inject
    KeyMeters meters;

    @Inject
    ModelPrices prices;

    @Inject
    LedgerWriter writer;

    @Inject
    UsageRepository rows;

    /**
     * Judges the limits of the caller's key, and reserves the call. Must come before anything is stored or asked, and
     * whoever gets a call must end or withdraw it. Does not wait, except once for each key with limits after a start.
     *
     * @throws org.pixazo.errors.entity.TooManyRequestsException where the key's minute, or its calls at the same time, are
     *     used up
     * @throws org.pixazo.errors.entity.QuotaExceededException where the key's month is
     */
    public Call reserve(NewCall asked) {
        Caller caller = asked.caller();
        if (caller.limits().none()) {
            return begun(asked, null, null);
        }
        KeyMeter meter = meters.of(caller.keyId());
        return begun(asked, meter, meter.take(caller.limits(), asked.tokens(), cost(asked)));
    }

    /**
     * Goes on with a call that was reserved for a job, here before a restart or on another server. Reads the database.
     *
     * @param asked as it was, with the pictures that are still to be made
     */
    public Call resume(NewCall asked, long jobId) {
        Caller caller = asked.caller();
        KeyMeter meter = caller.limits().none() ? null : meters.of(caller.keyId());
        KeyMeter.Reserved reserved =
                meter == null ? null : meter.takeAllowed(caller.limits(), asked.tokens(), cost(asked));
        Call call = new Call(asked, requestId(), provider -> price(asked, provider), meter, reserved, writer::add);
        Optional<UsageEntry> row = rows.runningOf(jobId);
        row.ifPresentOrElse(found -> call.takeUp(found.id(), jobId, found.images()), () -> call.workOf(jobId));
        return call;
    }

    /** What is left of the limits of the caller's key; empty where it has none by the minute. */
    public Optional<RateLimits> left(Caller caller) {
        return caller.limits().none()
                ? Optional.empty()
                : meters.of(caller.keyId()).left();
    }

    /** Writes what still waits, so that whoever looks into the ledger finds the calls made until now. */
    public void writeNow() {
        writer.flush();
    }

    private Call begun(NewCall asked, KeyMeter meter, KeyMeter.Reserved reserved) {
        Call call = new Call(asked, requestId(), provider -> price(asked, provider), meter, reserved, writer::add);
        call.write();
        return call;
    }

    private ModelPrice price(NewCall asked, String provider) {
        return (asked.kind() == CallKind.IMAGE ? prices.ofImage(asked.model()) : prices.ofText(asked.model(), provider))
                .orElse(null);
    }

    private long cost(NewCall asked) {
        ModelPrice price = price(asked, asked.provider());
        if (price == null) {
            return 0;
        }
        Long cost = asked.kind() == CallKind.IMAGE
                ? price.ofImages(asked.images())
                : price.ofTokens(asked.promptTokens(), asked.completionTokens());
        return cost == null ? 0 : cost;
    }

    private static String requestId() {
        String current = RequestId.current();
        return current == null ? RequestId.next() : current;
    }
}
