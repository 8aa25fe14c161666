package org.pixazo.providers.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.pixazo.errors.entity.FieldError;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.providers.control.offline.OfflineRenderer;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.providers.entity.ImageRequest;

/**
 * Makes pictures without any service: a procedural renderer, no AI. It reads the prompt's words, and is deterministic by
 * prompt, negative prompt, size and seed. One thread of the server works on a picture, for about a second.
 */
@ApplicationScoped
public class OfflineImageProvider implements ImageProvider {

    /** Shortest side of a picture, pixels. */
    public static final int MIN_SIDE = 64;

    /** Longest side of a picture, pixels. */
    public static final int MAX_SIDE = 2048;

    @Resource
    ManagedExecutorService executor;

    private final OfflineRenderer renderer = new OfflineRenderer();

    @Override
    public String id() {
        return "offline";
    }

    @Override
    public CompletableFuture<ImageFile> generate(ImageRequest request) {
        List<FieldError> faults = faults(request);
        if (!faults.isEmpty()) {
            return CompletableFuture.failedFuture(new InvalidInputException(faults));
        }
        CompletableFuture<ImageFile> picture = new CompletableFuture<>();
        try {
            executor.execute(() -> draw(request, picture));
        } catch (RejectedExecutionException e) {
            picture.completeExceptionally(
                    new UnavailableException("The server has no thread left to draw a picture; try again soon.", e));
        }
        return picture;
    }

    private void draw(ImageRequest request, CompletableFuture<ImageFile> picture) {
        if (picture.isDone()) {
            return;
        }
        try {
            picture.complete(new ImageFile(renderer.render(request, picture::isDone), "image/png"));
        } catch (CancellationException e) {
            // Only a finished future stops the renderer, so there is nobody left to tell.
            picture.cancel(false);
        } catch (PixazoException e) {
            picture.completeExceptionally(e);
        } catch (OutOfMemoryError e) {
            picture.completeExceptionally(
                    new UnavailableException("Too little memory for a picture of this size; try a smaller one.", e));
        } catch (RuntimeException e) {
            picture.completeExceptionally(
                    new UpstreamFailedException("The offline renderer could not draw this picture.", e));
        }
    }

    private static List<FieldError> faults(ImageRequest request) {
        List<FieldError> faults = new ArrayList<>();
        checkSide("width", request.width(), faults);
        checkSide("height", request.height(), faults);
        if (request.prompt() == null || request.prompt().isBlank()) {
            faults.add(new FieldError("prompt", "must not be empty"));
        }
        return faults;
    }

    private static void checkSide(String field, int pixels, List<FieldError> faults) {
        if (pixels < MIN_SIDE || pixels > MAX_SIDE) {
            faults.add(new FieldError(field, "must be from " + MIN_SIDE + " to " + MAX_SIDE + " pixels"));
        }
    }
}
