package org.pixazo.providers.control.offline.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes PNG files (ISO/IEC 15948) of 24-bit colour in sRGB. */
public final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private PngWriter() {}

    /**
     * @param rgb three bytes a pixel, row by row
     * @param width pixels
     * @param height pixels
     * @param texts written in their order, see {@link PngText}
     */
    public static byte[] write(byte[] rgb, int width, int height, Map<String, String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(rgb.length / 2);
        out.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk(out, "IHDR", header);
        chunk(out, "sRGB", new byte[] {0});
        texts.forEach((keyword, text) -> PngText.write(out, keyword, text));
        chunk(out, "IDAT", Deflate.zlib(RowFilter.apply(rgb, width, height)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
