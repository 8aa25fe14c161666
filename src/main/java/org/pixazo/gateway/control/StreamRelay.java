package org.pixazo.gateway.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.gateway.entity.ClientGoneException;
import org.pixazo.providers.control.PassThrough;
import org.pixazo.providers.control.PassThroughListener;
import org.pixazo.providers.entity.TextRoute;
import org.pixazo.providers.entity.TokenUsage;

/**
 * Passes an answer on as events, as they come. What the client has not taken holds the upstream back, a client that has
 * gone ends the upstream's work, and an answer that breaks off ends with an event that says so.
 */
final class StreamRelay implements PassThroughListener, Relay, PacedOutput.Progress {

    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DOCUMENT_BYTES = 8 * 1024 * 1024;

    private final GatewayExchange exchange;
    private final CallRecord record;
    private final OpenRelays open;
    private final boolean usageWanted;
    private final BiFunction<TextRoute, byte[], PixazoException> noAnswer;
    private final EventSplitter splitter = new EventSplitter(this::event);
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream(512);
    private volatile PassThrough call;

    // Guarded by this.
    private TextRoute route;
    private ChunkFilter filter;
    private PacedOutput output;
    private ByteArrayOutputStream document;
    private boolean over;

    /** @param noAnswer what to say of a document that is no chat completion */
    StreamRelay(
            GatewayExchange exchange,
            CallRecord record,
            OpenRelays open,
            boolean usageWanted,
            BiFunction<TextRoute, byte[], PixazoException> noAnswer) {
        this.exchange = exchange;
        this.record = record;
        this.open = open;
        this.usageWanted = usageWanted;
        this.noAnswer = noAnswer;
    }

    @Override
    public void onBegun(PassThrough newCall) {
        call = newCall;
        open.add(this, exchange.client());
    }

    @Override
    public synchronized void onHead(TextRoute answering, String mediaType) {
        if (over) {
            return;
        }
        route = answering;
        filter = new ChunkFilter(route.access(), usageWanted);
        record.answeredBy(route.upstream());
        record.firstByte();
        if (mediaType.contains("json") || mediaType.contains("html")) {
            document = new ByteArrayOutputStream();
        } else {
            output = exchange.events(this);
        }
    }

    @Override
    public synchronized void onPiece(ByteBuffer piece) {
        int length = piece.remaining();
        if (over) {
            return;
        }
        if (document != null) {
            collect(piece);
            return;
        }
        splitter.feed(piece);
        if (batch.size() == 0) {
            call.taken(length);
        } else {
            send(length);
        }
        if (filter.hasFailed()) {
            failInside();
        }
    }

    @Override
    public synchronized void onEnd() {
        if (over) {
            return;
        }
        if (document != null) {
            endOfDocument();
            return;
        }
        splitter.flush();
        send(0);
        if (filter.hasFailed()) {
            failInside();
        } else if (filter.isFinished()) {
            whole();
        } else {
            breakOff(brokenOff());
        }
    }

    @Override
    public synchronized void onFailure(PixazoException failure) {
        if (over) {
            return;
        }
        if (output == null) {
            finish(() -> record.failed(failure));
            exchange.fail(failure);
        } else if (filter.isFinished()) {
            // Losing the connection after the last word costs nothing but the figures.
            whole();
        } else {
            breakOff(failure);
        }
    }

    @Override
    public void interrupt(PixazoException reason) {
        end(reason, () -> record.interrupted(usage(), chunks()));
    }

    @Override
    public synchronized void beat() {
        if (!over && output != null && splitter.isBetweenEvents()) {
            output.keepAwake();
        }
    }

    @Override
    public void written(int credit) {
        call.taken(credit);
    }

    @Override
    public void hungUp() {
        end(new ClientGoneException(), () -> record.aborted(usage(), chunks()));
    }

    @Override
    public void broken(Throwable cause) {
        synchronized (this) {
            if (over) {
                return;
            }
            finish(() -> record.aborted(usage(), chunks()));
        }
        call.cancel();
    }

    private void end(PixazoException reason, Runnable settle) {
        synchronized (this) {
            if (over) {
                return;
            }
            if (output == null) {
                exchange.fail(reason);
            } else {
                output.write(GatewayExchange.event(reason), 0);
            }
            finish(settle);
        }
        call.cancel();
    }

    private void event(byte[] buffer, int from, int to) {
        // Behind an error there is no answer any more.
        if (!filter.hasFailed()) {
            batch.writeBytes(filter.pass(buffer, from, to));
        }
    }

    private void send(int credit) {
        if (output != null && batch.size() > 0) {
            byte[] bytes = batch.toByteArray();
            batch.reset();
            output.write(bytes, credit);
        }
    }

    private void whole() {
        if (!filter.isDone()) {
            output.write(DONE, 0);
        }
        finish(() -> record.complete(filter.usage(), filter.chunks()));
    }

    /** The upstream has told its failure in the stream, which has gone on to the client. */
    private void failInside() {
        finish(() -> record.failed(brokenOff(), filter.usage(), filter.chunks()));
        call.cancel();
    }

    private void breakOff(PixazoException failure) {
        output.write(GatewayExchange.event(failure), 0);
        finish(() -> record.failed(failure, filter.usage(), filter.chunks()));
    }

    private void finish(Runnable settle) {
        over = true;
        open.remove(this);
        settle.run();
        if (output != null) {
            output.end();
        }
    }

    private void collect(ByteBuffer piece) {
        int length = piece.remaining();
        if (document.size() + length > MOST_DOCUMENT_BYTES) {
            call.cancel();
            onFailure(new UpstreamFailedException("The upstream answers a stream with too large a document."));
            return;
        }
        byte[] bytes = new byte[length];
        piece.get(bytes);
        document.writeBytes(bytes);
        call.taken(length);
    }

    /** Some servers do not stream, or call a stream JSON. */
    private void endOfDocument() {
        byte[] bytes = document.toByteArray();
        document = null;
        byte[] events;
        if (new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8)
                .stripLeading()
                .startsWith("data:")) {
            events = bytes;
        } else {
            events = DocumentEvents.of(bytes).orElse(null);
        }
        if (events == null) {
            onFailure(noAnswer.apply(route, bytes));
            return;
        }
        output = exchange.events(this);
        splitter.feed(ByteBuffer.wrap(events));
        onEnd();
    }

    private Optional<TokenUsage> usage() {
        return filter == null ? Optional.empty() : filter.usage();
    }

    private long chunks() {
        return filter == null ? 0 : filter.chunks();
    }

    private static PixazoException brokenOff() {
        return new UpstreamFailedException("The text upstream broke off in the middle of its answer.");
    }
}
