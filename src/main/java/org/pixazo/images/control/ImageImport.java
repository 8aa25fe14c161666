package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.pixazo.chats.entity.ExportedImage;
import org.pixazo.chats.entity.ImagesImported;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.Place;

/**
 * Puts the images that an imported chat names into it. A file names images by the hash of their bytes, so only those come
 * that the user has here already; knowing a hash opens nobody else's picture. Those that the chat has are not doubled.
 */
@ApplicationScoped
public class ImageImport {

    @Inject
    ImageRepository images;

    void imagesCome(@Observes ImagesImported event) {
        Place place = new Place(event.userId(), event.workspaceId(), event.chatId());
        Set<String> there = images.ofChat(event.chatId()).stream()
                .map(image -> image.file().sha256())
                .collect(Collectors.toSet());
        for (ExportedImage named : event.images()) {
            if (named.sha256() != null && !there.contains(named.sha256())) {
                images.findOwn(event.userId(), named.sha256(), named.createdAt())
                        .ifPresent(original -> images.add(Image.again(original, place)));
            }
        }
    }
}
