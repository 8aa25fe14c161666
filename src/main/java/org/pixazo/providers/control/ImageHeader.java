package org.pixazo.providers.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** What the first and last bytes of a picture say, without decoding it. */
final class ImageHeader {

    /** In pixels. */
    record Size(int width, int height) {
        long pixels() {
            return (long) width * height;
        }
    }

    private ImageHeader() {}

    /** By magic bytes; empty where it is none of PNG, JPEG, WebP and GIF. */
    static Optional<String> mediaType(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
            return Optional.of("image/webp");
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of("image/gif");
        }
        return Optional.empty();
    }

    /** Empty where the header is damaged. */
    static Optional<Size> size(byte[] bytes, String mediaType) {
        return (mediaType.equals("image/webp") ? WebpHeader.size(bytes) : read(bytes, mediaType))
                .filter(size -> size.width() > 0 && size.height() > 0);
    }

    /** False where the file ends before its format says that it does. */
    static boolean isWhole(byte[] bytes, String mediaType) {
        return switch (mediaType) {
            case "image/png" -> endsWithIend(bytes);
            case "image/jpeg" -> hasNearEnd(bytes, (byte) 0xFF, (byte) 0xD9);
            case "image/webp" -> bytes.length >= WebpHeader.declaredLength(bytes);
            default -> hasNearEnd(bytes, (byte) 0x00, (byte) 0x3B);
        };
    }

    private static Optional<Size> read(byte[] bytes, String mediaType) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return Optional.of(new Size(reader.getWidth(0), reader.getHeight(0)));
        } catch (IOException | RuntimeException damaged) {
            // The readers throw either kind for a damaged header; the caller says so to the person.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** Walks from chunk to chunk: length, type, content, checksum (PNG specification, section 5.3). */
    private static boolean endsWithIend(byte[] bytes) {
        long at = 8;
        while (at + 12 <= bytes.length) {
            int offset = (int) at;
            String type = new String(bytes, offset + 4, 4, StandardCharsets.ISO_8859_1);
            at += 12 + uint32(bytes, offset);
            if (type.equals("IEND")) {
                return at <= bytes.length;
            }
        }
        return false;
    }

    private static long uint32(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }

    /** Encoders may append a little behind the end mark, so the last 4 KB are searched. */
    private static boolean hasNearEnd(byte[] bytes, byte first, byte second) {
        for (int i = bytes.length - 2; i >= Math.max(0, bytes.length - 4096); i--) {
            if (bytes[i] == first && bytes[i + 1] == second) {
                return true;
            }
        }
        return false;
    }
}
