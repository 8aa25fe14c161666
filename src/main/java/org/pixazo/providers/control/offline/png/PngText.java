package org.pixazo.providers.control.offline.png;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/**
 * Texts within a PNG file (ISO/IEC 15948, section 11.3.3): reads {@code tEXt}, {@code zTXt} and {@code iTXt} chunks, and
 * writes {@code tEXt} for Latin-1 and {@code iTXt} for anything else.
 */
public final class PngText {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    /** Length, type and checksum around the content of a chunk. */
    private static final int FRAME = 12;

    /** A compressed text may claim anything. */
    private static final int MAX_TEXT = 1_000_000;

    private PngText() {}

    public static boolean isPng(byte[] file) {
        return file.length > SIGNATURE.length
                && ByteBuffer.wrap(file, 0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE));
    }

    /** The same file with texts behind its header; the picture's own chunks stay as they are. */
    public static byte[] with(byte[] png, Map<String, String> texts) {
        int header = SIGNATURE.length + FRAME + length(png, SIGNATURE.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + 4096);
        out.write(png, 0, header);
        texts.forEach((keyword, text) -> write(out, keyword, text));
        out.write(png, header, png.length - header);
        return out.toByteArray();
    }

    static void write(ByteArrayOutputStream out, String keyword, String text) {
        boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.write(0);
        if (latin) {
            data.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            // Not compressed, no method, no language, no translated keyword.
            data.writeBytes(new byte[4]);
            data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
        PngWriter.chunk(out, latin ? "tEXt" : "iTXt", data.toByteArray());
    }

    /**
     * @param png a PNG file; a damaged chunk ends the reading
     * @return the texts by their keywords, in the order of the file
     */
    public static Map<String, String> read(byte[] png) {
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
