package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.images.control.ImageOrder;
import org.pixazo.images.control.ImageService;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.ImageSpec;
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
    Places places;

    @Inject
    DailyLimits limits;

    @Inject
    Texts texts;

    /** Orders pictures of a prompt, with the person's own model and style. */
    void order(Exchange exchange, String prompt, int n) {
        String style = users.get(exchange.userId()).profile().defaultStyle();
        place(exchange, order(prompt, null, null, null, null, n, style, chat(exchange, prompt)));
    }

    /** Orders another picture like one that there is: the same but for chance. */
    void more(Exchange exchange, ImageSpec like) {
        place(
                exchange,
                order(
                        like.prompt(),
                        like.negativePrompt(),
                        like.model(),
                        like.width(),
                        like.height(),
                        1,
                        like.style(),
                        chat(exchange, like.prompt())));
    }

    /** Orders a picture like one that there is, of another prompt. */
    void redo(Exchange exchange, ImageSpec like, String prompt) {
        place(
                exchange,
                order(
                        prompt,
                        like.negativePrompt(),
                        like.model(),
                        like.width(),
                        like.height(),
                        1,
                        like.style(),
                        chat(exchange, prompt)));
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
        if (limits.imagesUsed(exchange.caller(), order.n())) {
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
