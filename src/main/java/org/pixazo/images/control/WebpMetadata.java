package org.pixazo.images.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * XMP within a WebP file: RIFF chunks, with {@code VP8X} first where there is more than the picture
 * (<a href="https://www.rfc-editor.org/rfc/rfc9649#section-2.7">RFC 9649, section 2.7</a>).
 */
final class WebpMetadata {

    private static final int HEADER = 12;
    private static final int CHUNK = 8;
    private static final int VP8X_LENGTH = 10;
    private static final int ALPHA = 0x10;
    private static final int XMP = 0x04;

    private WebpMetadata() {}

    static boolean isWebp(byte[] file) {
        return file.length > HEADER + CHUNK
                && name(file, 0).equals("RIFF")
                && name(file, 8).equals("WEBP");
    }

    /** The same file with a packet of XMP at its end. */
    static byte[] with(byte[] webp, String xmp, int width, int height) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(webp.length + 8192);
        body.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        boolean extended = name(webp, HEADER).equals("VP8X");
        byte[] features = new byte[VP8X_LENGTH];
        if (extended) {
            System.arraycopy(webp, HEADER + CHUNK, features, 0, VP8X_LENGTH);
        } else {
            features[0] = (byte) (losslessWithAlpha(webp) ? ALPHA : 0);
            little24(features, 4, width - 1);
            little24(features, 7, height - 1);
        }
        features[0] |= XMP;
        chunk(body, "VP8X", features);
        int from = extended ? HEADER + CHUNK + VP8X_LENGTH : HEADER;
        body.write(webp, from, end(webp) - from);
        chunk(body, "XMP ", xmp.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream file = new ByteArrayOutputStream(body.size() + 8);
        chunk(file, "RIFF", body.toByteArray());
        return file.toByteArray();
    }

    /** The packet of XMP. */
    static Optional<String> xmp(byte[] webp) {
        int at = HEADER;
        int end = end(webp);
        while (at + CHUNK <= end) {
            long length = length(webp, at);
            if (length > end - at - CHUNK) {
                return Optional.empty();
            }
            if (name(webp, at).equals("XMP ")) {
                return Optional.of(new String(webp, at + CHUNK, (int) length, StandardCharsets.UTF_8));
            }
            at += (int) (CHUNK + length + length % 2);
        }
        return Optional.empty();
    }

    /** A lossless picture says so in the 29th bit behind its signature. */
    private static boolean losslessWithAlpha(byte[] webp) {
        return name(webp, HEADER).equals("VP8L")
                && webp.length > HEADER + CHUNK + 4
                && (webp[HEADER + CHUNK + 4] & 0x10) != 0;
    }

    private static int end(byte[] webp) {
        return (int) Math.min(webp.length, CHUNK + length(webp, 0));
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        out.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array());
        out.writeBytes(content);
        if (content.length % 2 == 1) {
            out.write(0);
        }
    }

    private static void little24(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
        bytes[at + 2] = (byte) (value >> 16);
    }

    private static String name(byte[] webp, int at) {
        return new String(webp, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static long length(byte[] webp, int at) {
        return ByteBuffer.wrap(webp, at + 4, 4).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xFFFFFFFFL;
    }
}
