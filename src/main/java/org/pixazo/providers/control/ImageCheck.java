package org.pixazo.providers.control;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.providers.entity.ImageFile;

/** Looks at a file that claims to be a picture, without decoding it. */
public final class ImageCheck {

    /** Above this a picture is a bomb: decoding would take 4 bytes a pixel. */
    private static final long MAX_PIXELS = 50_000_000;

    private ImageCheck() {}

    /**
     * @param bytes handed over to the result
     * @throws UpstreamFailedException naming what came instead of a whole picture of a bearable size
     */
    static ImageFile accept(byte[] bytes) {
        return accept(bytes, found -> new UpstreamFailedException("The upstream delivered " + found + "."));
    }

    /**
     * @param bytes handed over to the result
     * @param refusal made of what they are where they are no whole picture of a bearable size, such as {@code an HTML page
     *     instead of a picture}
     */
    public static ImageFile accept(byte[] bytes, Function<String, ? extends PixazoException> refusal) {
        String mediaType = ImageHeader.mediaType(bytes)
                .orElseThrow(() -> refusal.apply(description(bytes) + " instead of a picture"));
        ImageHeader.Size size = ImageHeader.size(bytes, mediaType)
                .orElseThrow(() -> refusal.apply("a damaged picture (" + mediaType + ")"));
        if (size.pixels() > MAX_PIXELS) {
            throw refusal.apply("a picture of " + size.width() + " by " + size.height() + " pixels; more than "
                    + MAX_PIXELS / 1_000_000 + " megapixels are refused");
        }
        if (!ImageHeader.isWhole(bytes, mediaType)) {
            throw refusal.apply("a picture (" + mediaType + ") that is cut off after " + bytes.length + " bytes");
        }
        return new ImageFile(bytes, mediaType);
    }

    private static String description(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (bytes.length == 0) {
            return "nothing";
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "an HTML page";
        }
        if (start.startsWith("<")) {
            return "an XML document";
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return "a JSON document";
        }
        return bytes.length + " bytes of an unknown kind";
    }
}
