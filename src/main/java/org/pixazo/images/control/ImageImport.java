package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pixazo.chats.entity.ExportedImage;
import org.pixazo.chats.entity.ImagesImported;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.images.entity.Place;
import org.pixazo.providers.control.ImageCheck;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.schema.entity.Timestamps;

/**
 * Puts the images that an imported chat names into it. A file names images by the hash of their bytes, so only those come
 * that the user has here already, or whose bytes came along; knowing a hash opens nobody else's picture. Those that the
 * chat has are not doubled.
 */
@ApplicationScoped
public class ImageImport {

    @Inject
    ImageRepository images;

    @Inject
    ImageFiles files;

    void imagesCome(@Observes ImagesImported event) {
        if (event.images().isEmpty()) {
            return;
        }
        Place place = new Place(event.userId(), event.workspaceId(), event.chatId());
        Set<String> there = images.ofChat(event.chatId()).stream()
                .map(image -> image.file().sha256())
                .collect(Collectors.toSet());
        for (ExportedImage named : event.images()) {
            if (named.sha256() != null && !there.contains(named.sha256())) {
                Optional<Image> own = images.findOwn(event.userId(), named.sha256(), named.createdAt());
                if (own.isPresent()) {
                    images.add(Image.again(own.get(), place));
                } else {
                    event.bytes().apply(named.sha256()).ifPresent(bytes -> bring(place, named, bytes));
                }
            }
        }
    }

    private void bring(Place place, ExportedImage named, byte[] bytes) {
        ImageFile picture = ImageCheck.accept(
                bytes,
                found -> new InvalidInputException("images/" + named.sha256(), "must be a picture; it is " + found));
        ImageSpec spec = new ImageSpec(
                named.prompt() == null ? "" : named.prompt(),
                named.negativePrompt(),
                named.model() == null ? "unknown" : named.model(),
                named.style(),
                named.width(),
                named.height(),
                named.numSteps(),
                named.guidanceScale(),
                named.seed());
        files.keep(picture, file -> {
            images.add(Image.brought(
                    place, spec, file, Timestamps.kept("chat.images.created_at", named.createdAt(), Timestamps.now())));
            return file;
        });
    }
}
