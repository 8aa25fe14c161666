package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.entity.Image;

/** Sends the pictures of a job once more. */
@ApplicationScoped
public class SendAgainButton implements ButtonAction {

    @Inject
    ImageRepository images;

    @Inject
    Texts texts;

    @Override
    public String name() {
        return "again";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        Image image = images.get(exchange.userId(), Long.parseLong(value));
        List<Image> all = image.jobId() == null ? List.of(image) : images.ofJob(image.jobId());
        Pictures.messages(exchange.spot(), all, texts.in(exchange.spot().language()))
                .forEach(exchange::send);
        return Done.now();
    }
}
