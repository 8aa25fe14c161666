package org.pixazo.usage.control;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pixazo.models.entity.ModelPrice;
import org.pixazo.providers.entity.TokenUsage;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.usage.entity.CallEnd;
import org.pixazo.usage.entity.CallKind;
import org.pixazo.usage.entity.CallStatus;
import org.pixazo.usage.entity.NewCall;
import org.pixazo.usage.entity.RateLimits;

/**
 * A call of a model under way: reserved in the ledger, to be settled by {@link #end}. Thread-safe; ends once, and what is
 * said after the end changes nothing. No method waits.
 */
public final class Call {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final NewCall asked;
    private final String requestId;
    private final Function<String, ModelPrice> prices;
    private final KeyMeter meter;
    private final KeyMeter.Reserved reserved;
    private final Consumer<Call> changed;
    private final Instant createdAt = Timestamps.now();
    private final long began = System.nanoTime();

    private Long rowId;
    private Long jobId;
    private boolean waiting;
    private String provider;
    private Long firstByteMillis;
    private Long totalMillis;
    private CallStatus status = CallStatus.RUNNING;
    private Integer httpStatus;
    private TokenUsage usage;
    private int images;
    private boolean dropped;

    /**
     * @param prices gives the price from the provider that answers; null where it is unknown
     * @param meter of the key; null where it has no limits
     * @param changed is told when there is something to write that was not yet written
     */
    Call(
            NewCall asked,
            String requestId,
            Function<String, ModelPrice> prices,
            KeyMeter meter,
            KeyMeter.Reserved reserved,
            Consumer<Call> changed) {
        this.asked = asked;
        this.requestId = requestId;
        this.prices = prices;
        this.meter = meter;
        this.reserved = reserved;
        this.changed = changed;
        this.provider = asked.provider();
        this.usage = new TokenUsage(asked.promptTokens(), 0, asked.kind() == CallKind.TEXT);
    }

    /** The first piece of the answer is here; only the first time counts. */
    public synchronized void firstByte() {
        if (firstByteMillis == null && status == CallStatus.RUNNING) {
            firstByteMillis = millis();
        }
    }

    /** Another provider than the one asked first answers. */
    public synchronized void answeredBy(String otherProvider) {
        if (status == CallStatus.RUNNING) {
            provider = otherProvider;
        }
    }

    /** One more picture of those ordered is made. */
    public void pictureMade() {
        change(() -> images++);
    }

    /** The call is the work of a job that survives this server; its row is taken up again by {@link Ledger#resume}. */
    public void workOf(long job) {
        change(() -> jobId = job);
    }

    /** Settles the call; does nothing where it has ended. */
    public void end(CallEnd end) {
        boolean first = change(() -> {
            status = end.status();
            httpStatus = end.httpStatus();
            usage = spent(end);
            images = Math.max(images, end.images());
            totalMillis = millis();
        });
        if (first && meter != null) {
            meter.settle(reserved, usage.promptTokens() + usage.completionTokens(), cost() == null ? 0 : cost());
        }
    }

    /** Undoes the call as if it had never been asked for: no model was called. Does nothing where it has ended. */
    public void withdraw() {
        boolean first = change(() -> {
            status = CallStatus.STOPPED;
            dropped = true;
        });
        if (first && meter != null) {
            meter.undo(reserved);
        }
    }

    /** Leaves the row as it is to another server, which has taken up its job. Does nothing where it has ended. */
    public synchronized void leave() {
        if (status == CallStatus.RUNNING) {
            status = CallStatus.INTERRUPTED;
            dropped = true;
            rowId = null;
            if (meter != null) {
                meter.settle(reserved, 0, 0);
            }
        }
    }

    /** What is left of the key's limits; empty where it has none by the minute. */
    public Optional<RateLimits> limits() {
        return Optional.ofNullable(meter).flatMap(KeyMeter::left);
    }

    /** Whether the call has ended. */
    public synchronized boolean ended() {
        return status != CallStatus.RUNNING;
    }

    /** What is to be written now. */
    synchronized CallLine take() {
        waiting = false;
        return new CallLine(
                rowId,
                asked.caller().userId(),
                asked.caller().keyId(),
                jobId,
                asked.channel().word(),
                asked.kind().word(),
                asked.model(),
                provider,
                usage.promptTokens(),
                usage.completionTokens(),
                usage.estimated(),
                images,
                cost(),
                firstByteMillis,
                totalMillis,
                status,
                httpStatus,
                requestId,
                createdAt,
                dropped);
    }

    /** Says that what was taken could not be written; false where the call waits again already. */
    synchronized boolean waitAgain() {
        boolean again = !waiting;
        waiting = true;
        return again;
    }

    /** The call has a row now. */
    synchronized void written(long id) {
        rowId = id;
    }

    /** Takes up a row that another server, or this one before it died, began. */
    synchronized void takeUp(long row, long job, int picturesMade) {
        rowId = row;
        jobId = job;
        images = picturesMade;
    }

    /** Hands the call to the writer, unless it waits there already. */
    void write() {
        boolean tell;
        synchronized (this) {
            tell = !waiting;
            waiting = true;
        }
        if (tell) {
            changed.accept(this);
        }
    }

    private boolean change(Runnable what) {
        synchronized (this) {
            if (status != CallStatus.RUNNING) {
                return false;
            }
            what.run();
        }
        write();
        return true;
    }

    private TokenUsage spent(CallEnd end) {
        if (end.usage() != null) {
            return end.usage();
        }
        boolean nothing =
                asked.kind() == CallKind.IMAGE || end.status() == CallStatus.FAILED && firstByteMillis == null;
        return nothing ? new TokenUsage(0, 0, false) : new TokenUsage(asked.promptTokens(), 0, true);
    }

    private synchronized Long cost() {
        ModelPrice price = prices.apply(provider);
        if (price == null) {
            return null;
        }
        return asked.kind() == CallKind.IMAGE
                ? price.ofImages(images)
                : price.ofTokens(usage.promptTokens(), usage.completionTokens());
    }

    private long millis() {
        return (System.nanoTime() - began) / NANOS_PER_MILLI;
    }
}
