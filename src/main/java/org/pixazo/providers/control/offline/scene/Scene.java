package org.pixazo.providers.control.offline.scene;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pixazo.providers.control.offline.paint.Rgb;

/**
 * What a prompt asks for, as far as the renderer understands it.
 *
 * @param elements what to draw
 * @param hour the light
 * @param season what the plants look like
 * @param mood the feeling
 * @param styles manners of painting; may be several
 * @param tints colours that the prompt gives to the whole, in its order
 * @param colours colours that the prompt gives to one element, as in "red flowers"
 * @param words hash of the prompt's text, for pictures that have nothing else to go by
 */
public record Scene(
        Set<Element> elements,
        Hour hour,
        Season season,
        Mood mood,
        Set<Style> styles,
        List<Rgb> tints,
        Map<Element, List<Rgb>> colours,
        int words) {

    /** Keeps copies, so that a scene never changes. */
    public Scene {
        elements = Set.copyOf(elements);
        styles = Set.copyOf(styles);
        tints = List.copyOf(tints);
        colours = Map.copyOf(colours);
    }

    /** True where at least one of them is to be drawn. */
    public boolean has(Element... any) {
        for (Element element : any) {
            if (elements.contains(element)) {
                return true;
            }
        }
        return false;
    }

    /** The colours asked for this element, or none. */
    public List<Rgb> coloursOf(Element element) {
        return colours.getOrDefault(element, List.of());
    }

    /** True where the picture has water to reflect things. */
    public boolean hasWater() {
        return has(Element.SEA, Element.LAKE, Element.BEACH);
    }
}
