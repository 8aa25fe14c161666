package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.images.control.ImageJobRepository;
import org.pixazo.images.control.ImageOrder;
import org.pixazo.images.control.ImageService;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.images.entity.Reference;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.ImageLimits;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.telegram.entity.AwaitedWork;
import org.pixazo.usage.entity.Channel;
import org.pixazo.web.control.Json;
import org.pixazo.web.entity.IdempotencyKey;

/** Orders pictures for people on Telegram. */
@ApplicationScoped
public class Orders {

    @Inject
    ImageService service;

    @Inject
    UserRepository users;

    @Inject
    ModelCatalogue catalogue;

    @Inject
    ImageJobRepository jobs;

    @Inject
    Places places;

    @Inject
    DailyLimits limits;

    @Inject
    Texts texts;

    /** The image model that a person has chosen. */
    ImageModel model(Exchange exchange) {
        String preferred = users.get(exchange.userId()).profile().defaultImageModel();
        return catalogue.chooseImage(exchange.userId(), preferred).model();
    }

    /** Orders pictures of words alone, with the person's own model and style. */
    void order(Exchange exchange, PictureWish wish) {
        ImageModel model = model(exchange);
        if (model.limits().referenceImage().equals(ImageLimits.REQUIRED)) {
            exchange.say(exchange.text("photo.needed", model.name()));
            return;
        }
        order(exchange, wish, model.id(), Reference.NONE);
    }

    /** Orders pictures that are made from another one, in the person's own style. */
    void order(Exchange exchange, PictureWish wish, String model, Reference reference) {
        String style = users.get(exchange.userId()).profile().defaultStyle();
        place(
                exchange,
                order(wish.prompt(), null, model, null, null, wish.n(), style, chat(exchange, wish.prompt()))
                        .from(reference));
    }

    /** Orders another picture like one that there is: the same but for chance. */
    void more(Exchange exchange, Image like) {
        redo(exchange, like, like.spec().prompt());
    }

    /** Orders a picture like one that there is, of another prompt. */
    void redo(Exchange exchange, Image like, String prompt) {
        ImageSpec spec = like.spec();
        place(
                exchange,
                order(
                                prompt,
                                spec.negativePrompt(),
                                spec.model(),
                                spec.width(),
                                spec.height(),
                                1,
                                spec.style(),
                                chat(exchange, prompt))
                        .from(reference(like)));
    }

    /** What a picture was made from, as long as its job tells. */
    private Reference reference(Image image) {
        return Optional.ofNullable(image.jobId())
                .flatMap(jobs::find)
                .map(ImageJob::reference)
                .orElse(Reference.NONE);
    }

    private long chat(Exchange exchange, String prompt) {
        return places.chatOrNew(exchange.spot().chatId(), exchange.userId(), prompt);
    }

    private static ImageOrder order(
            String prompt,
            String negative,
            String model,
            Integer width,
            Integer height,
            int n,
            String style,
            long chat) {
        return new ImageOrder(prompt, negative, model, width, height, null, null, null, n, style).in(chat);
    }

    private void place(Exchange exchange, ImageOrder order) {
        if (limits.imagesUsed(exchange, order.n())) {
            exchange.say(exchange.text("limit.images"));
            return;
        }
        Optional<IdempotencyKey> key = IdempotencyKey.of(
                exchange.userId(),
                exchange.idempotency("image"),
                "telegram",
                exchange.incoming().updateId());
        ImageJob job = service.order(exchange.caller(), Channel.TELEGRAM, order, key);
        Texts.Language language = texts.in(exchange.spot().language());
        exchange.send(AwaitedJobs.status(
                exchange.spot(), job, language.get("job.ordered", job.spec().model(), job.n()), language));
        exchange.await(new AwaitedWork(
                AwaitedWork.Kind.JOB,
                job.id(),
                exchange.spot().chatId(),
                exchange.userId(),
                Json.write(exchange.spot()),
                Timestamps.now()));
    }
}
