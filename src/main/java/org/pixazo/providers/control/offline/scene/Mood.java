package org.pixazo.providers.control.offline.scene;

/** A feeling that shifts light and colour. */
public enum Mood {
    NEUTRAL,
    CALM,
    DARK,
    DREAMY,
    DRAMATIC,
    JOYFUL
}
