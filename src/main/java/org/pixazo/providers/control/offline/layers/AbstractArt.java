package org.pixazo.providers.control.offline.layers;

import java.util.ArrayList;
import java.util.List;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Mood;
import org.pixazo.providers.control.offline.scene.Scene;
import org.pixazo.providers.control.offline.scene.Style;

/** Chooses a kind of abstract picture and five colours for it, from the prompt's words and the seed. */
final class AbstractArt {

    private static final List<List<Integer>> COLOURS = List.of(
            List.of(0x10243E, 0x1F6F78, 0xF2A65A, 0xE4572E, 0xF7EBD3),
            List.of(0x2B1B4B, 0x7A3E9D, 0xE45C9C, 0xFFB88A, 0xFFF1DC),
            List.of(0x0F2E2A, 0x2F7F5F, 0xB6CF6E, 0xF2D27A, 0xFBF6E4),
            List.of(0x161A2D, 0x31487A, 0x6EA4BF, 0xF0C987, 0xF4F1E8),
            List.of(0x3B0D20, 0x9E2A3B, 0xE27D4F, 0xF4C98B, 0xFAF0E0),
            List.of(0x12263A, 0x0E7C86, 0x64C5B1, 0xFFD56B, 0xFF7F5C));

    private static final int ACCENT = 3;

    private AbstractArt() {}

    static Layer of(Scene scene, Dice dice) {
        Dice own = dice.of("abstract" + scene.words());
        List<Rgb> colours = colours(scene, own);
        return switch (own.below(3)) {
            case 0 -> new MarbleLayer(own, colours);
            case 1 -> new PaperLayer(own, colours);
            default -> new RibbonLayer(own, colours);
        };
    }

    private static List<Rgb> colours(Scene scene, Dice dice) {
        List<Rgb> colours = new ArrayList<>();
        List<Integer> chosen = dice.pick(COLOURS);
        List<Rgb> asked = scene.tints().isEmpty() ? scene.coloursOf(Element.ABSTRACT) : scene.tints();
        for (int i = 0; i < chosen.size(); i++) {
            Rgb colour = Rgb.of(chosen.get(i));
            if (!asked.isEmpty()) {
                Rgb hue = asked.get(i % asked.size());

                // The scale from dark to light stays, and one accent, else the picture falls flat.
                colour = i == ACCENT
                        ? colour.tinted(hue, 0.2f)
                        : colour.tinted(hue, 0.8f).mix(hue, i == 2 ? 0.45f : 0.12f);
            }
            if (scene.styles().contains(Style.NEON)) {
                colour = i == 0 ? colour.times(0.3f) : colour.saturated(1.8f);
            }
            colours.add(scene.mood() == Mood.DARK ? colour.times(0.55f) : colour);
        }
        return colours;
    }
}
