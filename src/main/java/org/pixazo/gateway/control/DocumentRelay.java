package org.pixazo.gateway.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
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
 * Passes an answer on that is one JSON document: as a whole, so that one that breaks off is a failure and no half
 * document.
 */
final class DocumentRelay implements PassThroughListener, Relay, PacedOutput.Progress {

    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final byte[] CHOICES = ByteSearch.ascii("\"choices\"");

    private final GatewayExchange exchange;
    private final CallRecord record;
    private final OpenRelays open;
    private final BiFunction<TextRoute, byte[], PixazoException> noAnswer;
    private final ByteArrayOutputStream document = new ByteArrayOutputStream(1024);
    private volatile PassThrough call;
    private TextRoute route;

    /** @param noAnswer what to say of a document that is no chat completion */
    DocumentRelay(
            GatewayExchange exchange,
            CallRecord record,
            OpenRelays open,
            BiFunction<TextRoute, byte[], PixazoException> noAnswer) {
        this.exchange = exchange;
        this.record = record;
        this.open = open;
        this.noAnswer = noAnswer;
    }

    @Override
    public void onBegun(PassThrough newCall) {
        call = newCall;
        open.add(this, exchange.client());
    }

    @Override
    public void onHead(TextRoute answering, String mediaType) {
        route = answering;
        record.answeredBy(answering.upstream());
        record.firstByte();
    }

    @Override
    public void onPiece(ByteBuffer piece) {
        int length = piece.remaining();
        if (document.size() + length > MOST_BYTES) {
            call.cancel();
            onFailure(new UpstreamFailedException("The upstream's answer is larger than " + MOST_BYTES + " bytes."));
            return;
        }
        byte[] bytes = new byte[length];
        piece.get(bytes);
        document.write(bytes, 0, length);
        call.taken(length);
    }

    @Override
    public void onEnd() {
        byte[] json = document.toByteArray();
        if (ByteSearch.indexOf(json, 0, json.length, CHOICES) < 0) {
            onFailure(noAnswer.apply(route, json));
            return;
        }
        open.remove(this);
        record.complete(usage(json), 0);
        exchange.document(json, this);
    }

    @Override
    public void onFailure(PixazoException failure) {
        open.remove(this);
        record.failed(failure);
        exchange.fail(failure);
    }

    @Override
    public void interrupt(PixazoException reason) {
        call.cancel();
        onFailure(reason);
    }

    @Override
    public void beat() {
        // A document can have nothing in it that says nothing.
    }

    @Override
    public void hungUp() {
        open.remove(this);
        record.aborted(Optional.empty(), 0);
        exchange.fail(new ClientGoneException());
        call.cancel();
    }

    @Override
    public void written(int credit) {
        // The upstream has said all.
    }

    @Override
    public void broken(Throwable cause) {
        // The upstream has said all, and the call is settled.
    }

    static Optional<TokenUsage> usage(byte[] json) {
        UsageSniffer sniffer = new UsageSniffer();
        sniffer.look(json, 0, json.length);
        return sniffer.usage();
    }
}
