package org.pixazo.providers.control;

import java.util.concurrent.CompletableFuture;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.providers.entity.ImageRequest;

/** A service that makes pictures. No thread waits while a remote one works. */
public interface ImageProvider {

    /** The name by which the model catalogue refers to this provider, such as {@code pixazo} or {@code offline}. */
    String id();

    /**
     * Makes one picture.
     *
     * @return completes with the file, or exceptionally with a {@link org.pixazo.errors.entity.PixazoException} that
     *     says what a person can do; cancelling it ends the call upstream
     */
    CompletableFuture<ImageFile> generate(ImageRequest request);
}
