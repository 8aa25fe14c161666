package org.pixazo.images.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.pixazo.providers.entity.ImageFile;

/**
 * The size that a picture really has; an upstream may have chosen another one than was asked for.
 *
 * @param width pixels
 * @param height pixels
 */
record PictureSize(int width, int height) {

    String words() {
        return width + " by " + height + " pixels";
    }

    /** Reads the header of a file, not its pixels. */
    static Optional<PictureSize> of(ImageFile picture) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(new PictureSize(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The picture's header cannot be read", e);
        }
    }
}
