package org.pixazo.providers.control;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The header of WebP, which the JDK cannot read: RIFF container (Google's WebP container specification), VP8 frame
 * (RFC 6386, section 9.1), VP8L (WebP lossless specification), VP8X.
 */
final class WebpHeader {

    private static final int SMALLEST = 30;

    private WebpHeader() {}

    /** Length of the whole file as its container says. */
    static long declaredLength(byte[] bytes) {
        return 8 + (uint(bytes, 4, 3) | (bytes[7] & 0xFFL) << 24);
    }

    static Optional<ImageHeader.Size> size(byte[] bytes) {
        if (bytes.length < SMALLEST) {
            return Optional.empty();
        }
        return switch (new String(bytes, 12, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8X" -> Optional.of(new ImageHeader.Size(1 + uint(bytes, 24, 3), 1 + uint(bytes, 27, 3)));
            case "VP8L" -> lossless(bytes);
            case "VP8 " -> lossy(bytes);
            default -> Optional.empty();
        };
    }

    private static Optional<ImageHeader.Size> lossless(byte[] bytes) {
        if (bytes[20] != 0x2F) {
            return Optional.empty();
        }
        int width = 1 + (uint(bytes, 21, 2) & 0x3FFF);
        int height = 1 + (uint(bytes, 22, 3) >> 6 & 0x3FFF);
        return Optional.of(new ImageHeader.Size(width, height));
    }

    private static Optional<ImageHeader.Size> lossy(byte[] bytes) {
        if (uint(bytes, 23, 3) != 0x2A019D) {
            return Optional.empty();
        }
        return Optional.of(new ImageHeader.Size(uint(bytes, 26, 2) & 0x3FFF, uint(bytes, 28, 2) & 0x3FFF));
    }

    private static int uint(byte[] bytes, int at, int length) {
        int value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
