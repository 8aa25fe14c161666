package org.pixazo.chats.control;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.pixazo.errors.entity.TooLargeException;

/** Bytes of a file of conversations, of which one alone may not fill the memory. */
final class ConversationBound extends FilterInputStream {

    /** A conversation is held as a whole while it is stored; this one would have some hundred thousand messages. */
    private static final long LARGEST = 64L << 20;

    private long read;

    ConversationBound(InputStream in) {
        super(in);
    }

    /** The next conversation begins. */
    void begin() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) {
        read += n;
        if (read > LARGEST) {
            throw new TooLargeException("A conversation in this file is larger than " + LARGEST + " bytes.");
        }
    }
}
