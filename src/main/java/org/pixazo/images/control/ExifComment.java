package org.pixazo.images.control;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the UserComment of EXIF data, which are a TIFF file: directories (IFD) of entries of twelve bytes. */
final class ExifComment {

    static final int EXIF_IFD = 0x8769;
    static final int USER_COMMENT = 0x9286;

    private static final int ENTRY = 12;
    private static final int CODE = 8;

    private ExifComment() {}

    /** @param exif from the byte order on; what is broken in it tells nothing */
    static Optional<String> read(ByteBuffer exif) {
        ByteBuffer tiff = exif.slice();
        if (tiff.remaining() < 8) {
            return Optional.empty();
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int main = entry(tiff, tiff.getInt(4), EXIF_IFD);
        int comment = main < 0 ? -1 : entry(tiff, tiff.getInt(main + 8), USER_COMMENT);
        if (comment < 0) {
            return Optional.empty();
        }
        int length = tiff.getInt(comment + 4);
        int at = tiff.getInt(comment + 8);
        if (at < 0 || length < CODE || length > tiff.limit() - at) {
            return Optional.empty();
        }
        byte[] code = new byte[CODE];
        byte[] text = new byte[length - CODE];
        tiff.position(at).get(code).get(text);
        boolean unicode = new String(code, StandardCharsets.ISO_8859_1).startsWith("UNICODE");
        Charset order = tiff.order() == ByteOrder.BIG_ENDIAN ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        return Optional.of(new String(text, unicode ? charset(text, order) : StandardCharsets.UTF_8));
    }

    /** Some programs write big-endian text whatever the file says: prompts begin with a letter, whose high byte is zero. */
    private static Charset charset(byte[] text, Charset said) {
        if (text.length < 2 || text[0] == 0 == (text[1] == 0)) {
            return said;
        }
        return text[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /** Where the entry of a tag begins; -1 where the directory has none. */
    private static int entry(ByteBuffer tiff, int directory, int tag) {
        if (directory < 8 || directory > tiff.limit() - 2) {
            return -1;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + i * ENTRY;
            if (at + ENTRY > tiff.limit()) {
                return -1;
            }
            if ((tiff.getShort(at) & 0xFFFF) == tag) {
                return at;
            }
        }
        return -1;
    }
}
