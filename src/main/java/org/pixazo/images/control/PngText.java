package org.pixazo.images.control;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/**
 * Texts inside PNG files, by their keywords (<a href="https://www.w3.org/TR/png-3/#11textinfo">PNG, section 11.3.3</a>).
 * Nothing is decoded but the texts.
 */
final class PngText {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MAX_TEXT = 1_000_000;
    /** Length, type and checksum. */
    private static final int FRAME = 12;

    private PngText() {}

    static boolean isPng(byte[] file) {
        return file.length > SIGNATURE.length
                && ByteBuffer.wrap(file, 0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE));
    }

    /** The same file with texts behind its header; the picture's own chunks stay as they are. */
    static byte[] with(byte[] png, Map<String, String> texts) {
        int header = SIGNATURE.length + FRAME + length(png, SIGNATURE.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + 4096);
        out.write(png, 0, header);
        texts.forEach((keyword, text) -> out.writeBytes(chunk(keyword, text)));
        out.write(png, header, png.length - header);
        return out.toByteArray();
    }

    /** Texts by keyword, of all three kinds of chunks; a damaged chunk ends the reading. */
    static Map<String, String> read(byte[] png) {
        Map<String, String> texts = new LinkedHashMap<>();
        int at = SIGNATURE.length;
        while (at + FRAME <= png.length) {
            int length = length(png, at);
            if (length < 0 || length > png.length - at - FRAME) {
                break;
            }
            String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            ByteBuffer body = ByteBuffer.wrap(png, at + 8, length).slice();
            switch (type) {
                case "tEXt" -> texts.put(keyword(body), rest(body, false, false));
                case "zTXt" -> {
                    String keyword = keyword(body);
                    skip(body, 1);
                    texts.put(keyword, rest(body, true, false));
                }
                case "iTXt" -> {
                    String keyword = keyword(body);
                    boolean compressed = body.hasRemaining() && body.get() == 1;
                    skip(body, 1);
                    keyword(body);
                    keyword(body);
                    texts.put(keyword, rest(body, compressed, true));
                }
                default -> {
                    // Another kind of chunk holds no text.
                }
            }
            at += FRAME + length;
        }
        return texts;
    }

    private static byte[] chunk(String keyword, String text) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("iTXt".getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        // End of the keyword, not compressed, no method, no language, no translated keyword.
        body.writeBytes(new byte[5]);
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        byte[] content = body.toByteArray();
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return ByteBuffer.allocate(content.length + 8)
                .putInt(content.length - 4)
                .put(content)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static int length(byte[] png, int at) {
        return ByteBuffer.wrap(png, at, 4).getInt();
    }

    private static void skip(ByteBuffer body, int bytes) {
        body.position(Math.min(body.limit(), body.position() + bytes));
    }

    /** Up to the next zero byte, which is skipped. */
    private static String keyword(ByteBuffer body) {
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        while (body.hasRemaining()) {
            byte next = body.get();
            if (next == 0) {
                break;
            }
            word.write(next);
        }
        return word.toString(StandardCharsets.ISO_8859_1);
    }

    private static String rest(ByteBuffer body, boolean compressed, boolean utf8) {
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        return new String(
                compressed ? inflated(bytes) : bytes, utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    /** At most a million bytes, whatever the chunk says. */
    private static byte[] inflated(byte[] bytes) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(MAX_TEXT);
        } catch (IOException damaged) {
            // A text that cannot be read tells nothing; the others may.
            return new byte[0];
        }
    }
}
