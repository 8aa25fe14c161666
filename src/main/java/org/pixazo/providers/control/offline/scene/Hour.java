package org.pixazo.providers.control.offline.scene;

/** The light of the day. */
public enum Hour {
    DAWN,
    DAY,
    SUNSET,
    NIGHT
}
