package org.pixazo.providers.control.offline.paint;

/** The colour of a shape from place to place. */
@FunctionalInterface
public interface Ink {

    /** @return the colour at a place in frame units */
    Rgb at(float x, float y);
}
