package org.pixazo.gateway.control;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.pixazo.providers.entity.TokenUsage;
import org.pixazo.providers.entity.UpstreamAccess;

/**
 * Looks at the events of a chat completion's stream on their way to the client: takes out the tokens where only Pixazo
 * has asked for them, and notes how far the answer is. Events pass as they are otherwise. Not thread-safe.
 */
public final class ChunkFilter {

    private static final byte[] DATA = ByteSearch.ascii("data:");
    private static final byte[] DONE = ByteSearch.ascii("[DONE]");
    private static final byte[] CHOICES = ByteSearch.ascii("\"choices\"");
    private static final byte[] FINISH_REASON = ByteSearch.ascii("\"finish_reason\"");
    private static final byte[] ERROR = ByteSearch.ascii("\"error\"");
    private static final byte[] NULL_USAGE = ByteSearch.ascii(",\"usage\":null}");
    private static final byte[] NULL_USAGE_SPACED = ByteSearch.ascii(", \"usage\": null}");
    private static final byte[] NOTHING = {};

    private final UpstreamAccess access;
    private final boolean usageWanted;
    private final UsageSniffer sniffer = new UsageSniffer();
    private boolean done;
    private boolean finished;
    private boolean failed;
    private long chunks;

    /** @param usageWanted whether the client has asked for the tokens */
    public ChunkFilter(UpstreamAccess access, boolean usageWanted) {
        this.access = access;
        this.usageWanted = usageWanted;
    }

    /** What goes to the client in place of an event; empty where nothing does. */
    public byte[] pass(byte[] buffer, int from, int to) {
        int data = ByteSearch.startsWith(buffer, from, to, DATA) ? ByteSearch.skipSpace(buffer, from + 5, to) : from;
        if (ByteSearch.startsWith(buffer, data, to, DONE)) {
            done = true;
        } else if (isError(buffer, data, to)) {
            failed = true;
            return withoutSecrets(buffer, from, to);
        } else if (sniffer.look(buffer, data, to)) {
            noteFinish(buffer, data, to);
            return !usageWanted && hasNoChoices(buffer, data, to) ? NOTHING : Arrays.copyOfRange(buffer, from, to);
        } else {
            noteFinish(buffer, data, to);
            chunks++;
            return usageWanted ? Arrays.copyOfRange(buffer, from, to) : withoutNullUsage(buffer, from, to);
        }
        return Arrays.copyOfRange(buffer, from, to);
    }

    /** The end mark has come. */
    public boolean isDone() {
        return done;
    }

    /** The answer itself is whole, though figures or the end mark may be missing. */
    public boolean isFinished() {
        return finished || done;
    }

    /** The upstream has reported an error in the stream. */
    public boolean hasFailed() {
        return failed;
    }

    /** Chunks of text so far; most servers send about one token in each. */
    public long chunks() {
        return chunks;
    }

    /** The upstream's own figures. */
    public Optional<TokenUsage> usage() {
        return sniffer.usage();
    }

    private void noteFinish(byte[] buffer, int from, int to) {
        if (!finished) {
            int at = ByteSearch.indexOf(buffer, from, to, FINISH_REASON);
            int value = at < 0 ? -1 : ByteSearch.valueAt(buffer, at, FINISH_REASON, to);
            finished = value >= 0 && value < to && buffer[value] == '"';
        }
    }

    /** An error object as the whole of an event; some servers have an empty error in every chunk. */
    private static boolean isError(byte[] buffer, int data, int to) {
        int at = ByteSearch.indexOf(buffer, data, to, ERROR);
        int value = at < 0 ? -1 : ByteSearch.valueAt(buffer, at, ERROR, to);
        return value >= 0
                && value < to
                && (buffer[value] == '{' || buffer[value] == '"')
                && ByteSearch.indexOf(buffer, data, to, CHOICES) < 0;
    }

    private static boolean hasNoChoices(byte[] buffer, int from, int to) {
        int at = ByteSearch.indexOf(buffer, from, to, CHOICES);
        if (at < 0) {
            return true;
        }
        int value = ByteSearch.valueAt(buffer, at, CHOICES, to);
        int inside = value < 0 ? to : ByteSearch.skipSpace(buffer, value + 1, to);
        return inside < to && buffer[value] == '[' && buffer[inside] == ']';
    }

    /** OpenAI sends the field only to who asked for it. It comes last, so the brace behind it ends the chunk. */
    private static byte[] withoutNullUsage(byte[] buffer, int from, int to) {
        int end = to;
        while (end > from && (buffer[end - 1] == '\n' || buffer[end - 1] == '\r')) {
            end--;
        }
        for (byte[] field : new byte[][] {NULL_USAGE, NULL_USAGE_SPACED}) {
            int at = end - field.length;
            if (ByteSearch.startsWith(buffer, at, end, field) && at > from) {
                byte[] out = new byte[to - from - field.length + 1];
                System.arraycopy(buffer, from, out, 0, at - from);
                System.arraycopy(buffer, end - 1, out, at - from, to - end + 1);
                return out;
            }
        }
        return Arrays.copyOfRange(buffer, from, to);
    }

    private byte[] withoutSecrets(byte[] buffer, int from, int to) {
        String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        return access.withoutSecrets(text).getBytes(StandardCharsets.UTF_8);
    }
}
