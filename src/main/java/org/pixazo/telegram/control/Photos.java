package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.images.control.ImageUploads;
import org.pixazo.images.entity.Reference;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.ImageLimits;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.models.entity.Model;
import org.pixazo.models.entity.ModelKind;
import org.pixazo.telegram.entity.Button;

/** Photos with words below them: the picture that a model works on, where it takes one. */
@ApplicationScoped
public class Photos {

    private static final int MOST_MODELS = 6;

    @Inject
    ModelCatalogue catalogue;

    @Inject
    UserRepository users;

    @Inject
    ImageUploads uploads;

    @Inject
    Orders orders;

    /**
     * Orders pictures made from a photo; where the person's model takes none, says so and keeps photo and words for those
     * that do.
     *
     * @param photo fetches it
     * @param words what shall come of it
     */
    void received(Exchange exchange, Supplier<byte[]> photo, String words) {
        PictureWish wish = PictureWish.of(words);
        if (wish.prompt().isBlank()) {
            exchange.say(exchange.text("photo.noWords"));
            return;
        }
        ImageModel model = orders.model(exchange);
        if (takesPhoto(model.limits())) {
            orders.order(exchange, wish, model.id(), keep(exchange, photo));
            return;
        }
        boolean masked = !model.limits().referenceImage().equals(ImageLimits.NONE);
        List<Model> others = others(exchange);
        String why = exchange.text(masked ? "photo.needsMask" : "photo.noReference", model.name());
        if (masked && others.isEmpty()) {
            exchange.say(why);
            return;
        }
        exchange.say(why + " " + exchange.text(others.isEmpty() ? "photo.wordsKept" : "photo.othersTake"));
        exchange.say(wish.prompt(), buttons(exchange, others, photo, masked));
    }

    /**
     * Orders a picture made from a photo that was kept.
     *
     * @param token of the model
     */
    void paint(Exchange exchange, long image, String token, String words) {
        others(exchange).stream()
                .filter(model -> Choices.token(model.id()).equals(token))
                .findFirst()
                .ifPresentOrElse(
                        model -> orders.order(
                                exchange, new PictureWish(words, 1), model.id(), new Reference(image, null, null)),
                        () -> exchange.say(exchange.text("models.gone")));
    }

    private List<List<Button>> buttons(
            Exchange exchange, List<Model> others, Supplier<byte[]> photo, boolean wordsNeedPhoto) {
        List<List<Button>> rows = new ArrayList<>();
        if (!others.isEmpty()) {
            long image = keep(exchange, photo).imageId();
            others.forEach(model -> rows.add(
                    List.of(Button.of("🖼 " + model.name(), "ref:" + image + "." + Choices.token(model.id())))));
        }
        if (!wordsNeedPhoto) {
            rows.add(List.of(Button.of(exchange.text("button.draw"), "draw")));
        }
        return rows;
    }

    private Reference keep(Exchange exchange, Supplier<byte[]> photo) {
        return new Reference(uploads.add(exchange.userId(), photo.get()).id(), null, null);
    }

    private List<Model> others(Exchange exchange) {
        return catalogue.list(exchange.userId(), ModelKind.IMAGE).stream()
                .filter(model -> model.available() && takesPhoto(model.limits()))
                .limit(MOST_MODELS)
                .toList();
    }

    /** A mask is nothing that a person can make on Telegram. */
    private static boolean takesPhoto(ImageLimits limits) {
        return !limits.referenceImage().equals(ImageLimits.NONE)
                && !limits.maskImage().equals(ImageLimits.REQUIRED);
    }
}
