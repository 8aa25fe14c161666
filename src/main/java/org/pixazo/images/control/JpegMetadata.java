package org.pixazo.images.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Metadata within a JPEG file: XMP and EXIF's UserComment, each in a segment APP1 behind the start of the image (XMP
 * specification part 3, section 1.1.3; EXIF 2.32, section 4.6.5).
 */
final class JpegMetadata {

    private static final int SOI = 2;
    private static final int MARKER = 0xFF;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;

    /** A segment has two bytes for its length, which counts itself. */
    private static final int MAX_SEGMENT = 65_533;

    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] UNICODE = "UNICODE\0".getBytes(StandardCharsets.ISO_8859_1);

    /** TIFF, big-endian: one entry in IFD 0, which points to the EXIF IFD with the one entry UserComment. */
    private static final int COMMENT_AT = 44;

    private JpegMetadata() {}

    static boolean isJpeg(byte[] file) {
        return file.length > 4 && (file[0] & 0xFF) == MARKER && (file[1] & 0xFF) == 0xD8;
    }

    /** The same file with a packet of XMP and a comment; what does not fit into a segment is left out. */
    static byte[] with(byte[] jpeg, String xmp, String comment) {
        int behind = behindApp0(jpeg);
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + 8192);
        out.write(jpeg, 0, behind);
        segment(out, EXIF, exif(comment));
        segment(out, XMP, xmp.getBytes(StandardCharsets.UTF_8));
        out.write(jpeg, behind, jpeg.length - behind);
        return out.toByteArray();
    }

    /** The packet of XMP. */
    static Optional<String> xmp(byte[] jpeg) {
        return find(jpeg, XMP)
                .map(content ->
                        new String(content.array(), content.position(), content.remaining(), StandardCharsets.UTF_8));
    }

    /** EXIF's UserComment where it is Unicode or ASCII, as AUTOMATIC1111's web UI writes it. */
    static Optional<String> comment(byte[] jpeg) {
        return find(jpeg, EXIF).flatMap(ExifComment::read);
    }

    private static void segment(ByteArrayOutputStream out, byte[] name, byte[] content) {
        int length = name.length + content.length;
        if (length <= MAX_SEGMENT) {
            out.write(MARKER);
            out.write(APP1);
            out.write((length + 2) >> 8);
            out.write((length + 2) & 0xFF);
            out.writeBytes(name);
            out.writeBytes(content);
        }
    }

    private static byte[] exif(String comment) {
        byte[] text = comment.getBytes(StandardCharsets.UTF_16BE);
        ByteBuffer tiff = ByteBuffer.allocate(COMMENT_AT + UNICODE.length + text.length);
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        tiff.putShort((short) 1)
                .putShort((short) ExifComment.EXIF_IFD)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26)
                .putInt(0);
        tiff.putShort((short) 1).putShort((short) ExifComment.USER_COMMENT).putShort((short) 7);
        tiff.putInt(UNICODE.length + text.length).putInt(COMMENT_AT).putInt(0);
        return tiff.put(UNICODE).put(text).array();
    }

    private static int behindApp0(byte[] jpeg) {
        int[] behind = {SOI};
        walk(jpeg, (marker, content) -> {
            if (marker == APP0) {
                behind[0] = content.limit();
            }
            return marker != APP0;
        });
        return behind[0];
    }

    private static Optional<ByteBuffer> find(byte[] jpeg, byte[] name) {
        ByteBuffer[] found = {null};
        walk(jpeg, (marker, content) -> {
            if (marker == APP1 && found[0] == null && starts(content, name)) {
                content.position(content.position() + name.length);
                found[0] = content;
            }
            return found[0] != null;
        });
        return Optional.ofNullable(found[0]);
    }

    /** Shows the segments before the picture, until a looker has seen enough or one is damaged. */
    private static void walk(byte[] jpeg, BiPredicate<Integer, ByteBuffer> enough) {
        int at = SOI;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == MARKER) {
            int marker = jpeg[at + 1] & 0xFF;
            int length = (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
            if (marker == START_OF_SCAN
                    || length < 2
                    || at + 2 + length > jpeg.length
                    || enough.test(marker, ByteBuffer.wrap(jpeg, at + 4, length - 2))) {
                return;
            }
            at += 2 + length;
        }
    }

    private static boolean starts(ByteBuffer content, byte[] name) {
        return content.remaining() >= name.length
                && ByteBuffer.wrap(content.array(), content.position(), name.length)
                        .equals(ByteBuffer.wrap(name));
    }
}
