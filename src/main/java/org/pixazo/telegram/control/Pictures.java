package org.pixazo.telegram.control;

import java.util.List;
import java.util.stream.IntStream;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.telegram.entity.Button;
import org.pixazo.telegram.entity.Outgoing;
import org.pixazo.telegram.entity.Spot;

/** Messages that show pictures. */
final class Pictures {

    private static final int LONGEST_CAPTION = 1_024;
    private static final int LONGEST_FACTS = 160;

    private Pictures() {}

    /** One picture with its buttons, or an album and a message with the buttons behind it. */
    static List<Outgoing> messages(Spot spot, List<Image> images, Texts.Language language) {
        Image first = images.get(0);
        List<Long> ids = images.stream().map(Image::id).toList();
        String html = caption(first.spec());
        String plain = html.replaceAll("<[^>]+>", "");
        if (images.size() == 1) {
            return List.of(Outgoing.photo(spot, html, plain, buttons(first.id(), language), null, ids));
        }
        String words = language.get("album.buttons");
        List<List<Button>> originals = List.of(IntStream.range(0, images.size())
                .mapToObj(
                        i -> Button.of("📄 " + (i + 1), "orig:" + images.get(i).id()))
                .toList());
        return List.of(
                Outgoing.photo(spot, html, plain, List.of(), null, ids),
                Outgoing.text(
                        spot,
                        TelegramHtml.escape(words),
                        words,
                        List.of(
                                buttons(first.id(), language).get(0),
                                buttons(first.id(), language).get(1).subList(0, 1),
                                originals.get(0))));
    }

    private static List<List<Button>> buttons(long image, Texts.Language language) {
        return List.of(
                List.of(
                        Button.of(language.get("button.more"), "more:" + image),
                        Button.of(language.get("button.redo"), "redo:" + image)),
                List.of(
                        Button.of(language.get("button.savePrompt"), "keep:" + image),
                        Button.of(language.get("button.original"), "orig:" + image)));
    }

    private static String caption(ImageSpec spec) {
        String facts = "\n<i>" + TelegramHtml.escape(spec.model() + (spec.style() == null ? "" : " · " + spec.style()))
                + " · " + spec.width() + "×" + spec.height() + " · #" + spec.seed() + "</i>";
        String prompt = spec.prompt().strip();
        int room = LONGEST_CAPTION - LONGEST_FACTS;
        return TelegramHtml.escape(prompt.length() <= room ? prompt : prompt.substring(0, room) + "…") + facts;
    }
}
