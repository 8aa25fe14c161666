package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.images.entity.Image;
import org.pixazo.providers.control.ImageCheck;
import org.pixazo.providers.entity.ImageFile;

/** Pictures that users bring in. */
@ApplicationScoped
public class ImageUploads {

    @Inject
    ImageFiles files;

    @Inject
    ImageRepository images;

    /**
     * Keeps a picture.
     *
     * @param bytes handed over
     * @throws InvalidInputException saying what they are where they are no picture
     */
    public Image add(long userId, byte[] bytes) {
        ImageFile picture = ImageCheck.accept(bytes, found -> refused("this is " + found));
        if (picture.mediaType().equals("image/gif")) {
            throw refused("this is a GIF");
        }
        PictureSize size = PictureSize.of(picture).orElseThrow(() -> refused("this one cannot be read"));
        return files.keep(picture, file -> images.upload(userId, size.width(), size.height(), file));
    }

    private static InvalidInputException refused(String found) {
        return InvalidInputException.malformed("A PNG, JPEG or WebP picture is needed; " + found + ".", null);
    }
}
