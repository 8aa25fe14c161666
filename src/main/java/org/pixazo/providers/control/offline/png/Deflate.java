package org.pixazo.providers.control.offline.png;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Compresses to the zlib format (RFC 1950, 1951) with run lengths and a Huffman code for each block. Java's own
 * {@link java.util.zip.Deflater} would do better by a few percent, but its output depends on the zlib that the machine
 * happens to have, and a picture shall be the same everywhere. Filtered rows of a picture hold little but runs anyway.
 */
final class Deflate {

    private static final int BLOCK = 1 << 16;
    private static final int END = 256;
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    private long bits;
    private int pending;

    private Deflate() {}

    static byte[] zlib(byte[] data) {
        Deflate deflate = new Deflate();
        deflate.out.write(0x78);
        deflate.out.write(0x01);
        int[] tokens = new int[BLOCK];
        for (int from = 0; from < data.length || from == 0; from += BLOCK) {
            int to = Math.min(data.length, from + BLOCK);
            deflate.block(tokens, tokenize(data, from, to, tokens), to == data.length);
        }
        deflate.align();
        Adler32 check = new Adler32();
        check.update(data);
        for (int shift = 24; shift >= 0; shift -= 8) {
            deflate.out.write((int) (check.getValue() >>> shift));
        }
        return deflate.out.toByteArray();
    }

    /** A token is a byte, or {@code 256 + n} for the byte before repeated n times, n from 3 to 258. */
    private static int tokenize(byte[] data, int from, int to, int[] tokens) {
        int count = 0;
        int i = from;
        while (i < to) {
            int run = 0;
            while (i > from && run < 258 && i + run < to && data[i + run] == data[i - 1]) {
                run++;
            }
            if (run >= 3) {
                tokens[count++] = 256 + run;
                i += run;
            } else {
                tokens[count++] = data[i++] & 255;
            }
        }
        return count;
    }

    private void block(int[] tokens, int count, boolean last) {
        int[] counts = new int[286];
        counts[END] = 1;
        for (int i = 0; i < count; i++) {
            counts[tokens[i] < 256 ? tokens[i] : RunLength.symbol(tokens[i] - 256)]++;
        }
        Huffman literals = new Huffman(counts, 15);
        put(last ? 1 : 0, 1);
        put(2, 2);
        header(literals);
        for (int i = 0; i < count; i++) {
            if (tokens[i] < 256) {
                put(literals.code(tokens[i]), literals.length(tokens[i]));
            } else {
                run(literals, tokens[i] - 256);
            }
        }
        put(literals.code(END), literals.length(END));
    }

    private void run(Huffman literals, int length) {
        int symbol = RunLength.symbol(length);
        put(literals.code(symbol), literals.length(symbol));
        put(length - RunLength.base(symbol), RunLength.extraBits(symbol));
        // The one distance there is, 1, has the one-bit code 0.
        put(0, 1);
    }

    private void header(Huffman literals) {
        int[] counts = new int[19];
        for (int i = 0; i < 286; i++) {
            counts[literals.length(i)]++;
        }
        counts[1]++;
        Huffman lengths = new Huffman(counts, 7);
        put(286 - 257, 5);
        put(0, 5);
        put(19 - 4, 4);
        Arrays.stream(ORDER).forEach(symbol -> put(lengths.length(symbol), 3));
        for (int i = 0; i < 286; i++) {
            put(lengths.code(literals.length(i)), lengths.length(literals.length(i)));
        }
        put(lengths.code(1), lengths.length(1));
    }

    private void put(int value, int count) {
        bits |= (long) value << pending;
        pending += count;
        while (pending >= 8) {
            out.write((int) bits);
            bits >>>= 8;
            pending -= 8;
        }
    }

    private void align() {
        if (pending > 0) {
            put(0, 8 - pending);
        }
    }
}
