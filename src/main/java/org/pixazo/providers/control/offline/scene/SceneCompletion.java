package org.pixazo.providers.control.offline.scene;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pixazo.providers.control.offline.paint.Rgb;

/** Adds what a prompt leaves unsaid: a place to stand on, an hour, a season; never what was refused. */
final class SceneCompletion {

    private static final Set<Element> SKY_ONLY =
            EnumSet.of(Element.SKY, Element.SUN, Element.MOON, Element.STARS, Element.CLOUDS, Element.AURORA);

    private static final Set<Element> LAND = EnumSet.of(
            Element.MOUNTAINS,
            Element.HILLS,
            Element.FOREST,
            Element.TREES,
            Element.CITY,
            Element.MEADOW,
            Element.DESERT,
            Element.SNOW,
            Element.HOUSE,
            Element.SEA);

    private final Set<Element> elements;
    private final Set<Element> removed;

    SceneCompletion(Set<Element> elements, Set<Element> removed) {
        this.elements = elements;
        this.removed = removed;
    }

    Scene complete(
            Hour hour,
            Season season,
            Mood mood,
            Set<Style> styles,
            List<Rgb> tints,
            Map<Element, List<Rgb>> colours,
            int words) {
        boolean atmospheric = hour != null && !elements.contains(Element.ABSTRACT);
        boolean abstractArt = elements.contains(Element.ABSTRACT) || elements.isEmpty() && !atmospheric;
        if (abstractArt) {
            elements.clear();
            elements.add(Element.ABSTRACT);
        } else {
            place(mood);
        }
        Hour light = hour == null ? usualHour(mood, styles) : hour;
        if (!abstractArt
                && !elements.contains(Element.STORM)
                && !elements.contains(Element.RAIN)
                && !elements.contains(Element.SNOWFALL)
                && !elements.contains(Element.SPACE)) {
            lights(light);
        }
        if (season == Season.WINTER && !abstractArt && !elements.contains(Element.SPACE)) {
            add(Element.SNOW);
        }
        Season plants = season != null ? season : elements.contains(Element.SNOW) ? Season.WINTER : Season.SUMMER;
        return new Scene(elements, light, plants, mood, styles, tints, colours, words);
    }

    private void lights(Hour light) {
        if (light == Hour.NIGHT) {
            add(Element.STARS);
            if (!elements.contains(Element.AURORA)) {
                add(Element.MOON);
            }
        } else if (light != Hour.DAY) {
            add(Element.SUN);
        }
    }

    private void place(Mood mood) {
        if (elements.stream().noneMatch(Element.PLACES::contains)) {
            if (SKY_ONLY.containsAll(elements) && mood == Mood.CALM) {
                add(Element.SEA);
            }
            add(Element.HILLS);
        }
        if (elements.contains(Element.BOAT) && !elements.contains(Element.LAKE)) {
            add(Element.SEA);
        }
        if (elements.contains(Element.BEACH) && !elements.contains(Element.DESERT)) {
            add(Element.SEA);
        }
        if (elements.contains(Element.BEACH) && elements.contains(Element.DESERT)) {
            elements.remove(Element.BEACH);
        }
        if (elements.contains(Element.FLOWERS) || elements.contains(Element.TREES)) {
            add(Element.MEADOW);
        }
        // A skyline is half of its beauty without water to stand in.
        if (elements.contains(Element.CITY) && !elements.contains(Element.SEA)) {
            add(Element.LAKE);
        }
        if (elements.contains(Element.LAKE) && elements.stream().noneMatch(LAND::contains)) {
            add(Element.HILLS);
        }
        if (elements.contains(Element.STORM)) {
            add(Element.CLOUDS);
        }
        if (elements.contains(Element.PLANET) || elements.contains(Element.GALAXY)) {
            add(Element.SPACE);
        }
    }

    private void add(Element element) {
        if (!removed.contains(element)) {
            elements.add(element);
        }
    }

    private Hour usualHour(Mood mood, Set<Style> styles) {
        boolean noir = styles.contains(Style.NOIR) && elements.contains(Element.CITY);
        if (noir || styles.contains(Style.NEON) || elements.contains(Element.SPACE)) {
            return Hour.NIGHT;
        }
        return mood == Mood.DREAMY || mood == Mood.DRAMATIC ? Hour.SUNSET : Hour.DAY;
    }
}
