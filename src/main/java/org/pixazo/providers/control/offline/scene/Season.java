package org.pixazo.providers.control.offline.scene;

/** The colours of what grows. */
public enum Season {
    SPRING,
    SUMMER,
    AUTUMN,
    WINTER
}
