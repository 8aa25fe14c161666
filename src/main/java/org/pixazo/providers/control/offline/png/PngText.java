package org.pixazo.providers.control.offline.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Texts within a PNG file: {@code tEXt} chunks for Latin-1, {@code iTXt} chunks for anything else. Compressed texts are
 * neither written nor read.
 */
public final class PngText {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;

    private PngText() {}

    static void write(ByteArrayOutputStream out, String keyword, String text) {
        boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.write(0);
        if (latin) {
            data.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            // Not compressed, no language, no translated keyword.
            data.writeBytes(new byte[4]);
            data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
        PngWriter.chunk(out, latin ? "tEXt" : "iTXt", data.toByteArray());
    }

    /**
     * @param png a PNG file; what is broken in it is passed over
     * @return the texts by their keywords, in the order of the file
     */
    public static Map<String, String> read(byte[] png) {
        Map<String, String> texts = new LinkedHashMap<>();
        ByteBuffer file = ByteBuffer.wrap(png);
        int at = SIGNATURE;
        while (at + FRAME <= png.length) {
            int length = file.getInt(at);
            if (length < 0 || length > png.length - at - FRAME) {
                return texts;
            }
            String type = new String(png, at + 4, 4, StandardCharsets.US_ASCII);
            if (type.equals("tEXt") || type.equals("iTXt")) {
                read(png, at + 8, at + 8 + length, type.equals("iTXt"), texts);
            }
            at += FRAME + length;
        }
        return texts;
    }

    private static void read(byte[] png, int from, int to, boolean international, Map<String, String> texts) {
        int end = zero(png, from, to);
        String keyword = text(png, from, end, StandardCharsets.ISO_8859_1);
        if (!international) {
            texts.put(keyword, text(png, end + 1, to, StandardCharsets.ISO_8859_1));
        } else if (end + 1 < to && png[end + 1] == 0) {
            int language = zero(png, end + 3, to);
            int translated = zero(png, language + 1, to);
            texts.put(keyword, text(png, translated + 1, to, StandardCharsets.UTF_8));
        }
    }

    private static int zero(byte[] png, int from, int to) {
        int at = from;
        while (at < to && png[at] != 0) {
            at++;
        }
        return at;
    }

    private static String text(byte[] png, int from, int to, Charset charset) {
        return from < to ? new String(png, from, to - from, charset) : "";
    }
}
