package org.pixazo.providers.control.offline.scene;

import java.util.EnumSet;
import java.util.Set;

/** A thing that the renderer can draw. */
public enum Element {
    SKY,
    SUN,
    MOON,
    STARS,
    CLOUDS,
    AURORA,
    RAINBOW,
    STORM,
    RAIN,
    SNOWFALL,
    FOG,
    SEA,
    LAKE,
    BEACH,
    MOUNTAINS,
    HILLS,
    FOREST,
    TREES,
    PALMS,
    CITY,
    SPACE,
    PLANET,
    GALAXY,
    FLOWERS,
    MEADOW,
    DESERT,
    SNOW,
    BIRDS,
    BOAT,
    HOUSE,
    ABSTRACT;

    /** Elements that give a picture a place; without one of them the rest hangs in the air. */
    public static final Set<Element> PLACES = EnumSet.of(
            SEA, LAKE, BEACH, MOUNTAINS, HILLS, FOREST, TREES, PALMS, CITY, SPACE, PLANET, GALAXY, FLOWERS, MEADOW,
            DESERT, SNOW, BOAT, HOUSE);
}
