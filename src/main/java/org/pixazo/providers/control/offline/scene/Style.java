package org.pixazo.providers.control.offline.scene;

/** A manner of painting: changes palette and finish, never what is shown. */
public enum Style {
    WATERCOLOR,
    PIXEL_ART,
    LINE_ART,
    NOIR,
    NEON,
    OIL,
    VINTAGE,
    PASTEL
}
