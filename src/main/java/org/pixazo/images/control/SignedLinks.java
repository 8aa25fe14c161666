package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.pixazo.accounts.control.Vault;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.images.entity.Image;
import org.pixazo.schema.entity.Timestamps;

/**
 * Links to pictures that open without credentials for an hour, for programs that hand a link on to something that has no
 * key. Nothing is stored: the signature says what a link opens and until when.
 */
@ApplicationScoped
public class SignedLinks {

    private static final Duration VALID = Duration.ofHours(1);
    private static final String PURPOSE = "link to an image";

    @Inject
    Vault vault;

    @Inject
    ImageRepository images;

    /**
     * A new link.
     *
     * @param format {@code png}, {@code jpeg} or {@code webp}
     * @return path and query, below the public address
     */
    public String to(Image image, String format) {
        long expires = Timestamps.now().plus(VALID).getEpochSecond();
        return "/api/images/" + image.id() + "/signed/image." + format + "?expires=" + expires + "&signature="
                + vault.sign(text(image.id(), format, expires), PURPOSE);
    }

    /**
     * The picture that a link opens.
     *
     * @param expires seconds since 1970, as in the link
     * @throws ForbiddenException where the link is not one of ours or too old
     * @throws NotFoundException where the picture is gone
     */
    public Image open(long imageId, String format, long expires, String signature) {
        if (!vault.signed(text(imageId, format, expires), PURPOSE, signature)) {
            throw new ForbiddenException("This link is not valid: it was changed, or another server made it.");
        }
        if (!Timestamps.now().isBefore(Instant.ofEpochSecond(expires))) {
            throw new ForbiddenException("This link has expired. Whoever gave it can make another one.");
        }
        return images.find(imageId).orElseThrow(() -> new NotFoundException("This image has been deleted."));
    }

    private static String text(long imageId, String format, long expires) {
        return imageId + " " + format + " " + expires;
    }
}
