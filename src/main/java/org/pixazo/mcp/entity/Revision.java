package org.pixazo.mcp.entity;

import java.util.ArrayList;
import java.util.List;

/** The revisions of the protocol that are spoken here. */
public final class Revision {

    /** The first one without handshake and sessions: each request says all that is needed to answer it. */
    public static final String STATELESS = "2026-07-28";

    /** The first one whose tools answer with links to resources. */
    public static final String LINKS = "2025-06-18";

    /** Those that begin with {@code initialize}, the newest first. */
    public static final List<String> WITH_HANDSHAKE = List.of("2025-11-25", LINKS, "2025-03-26", "2024-11-05");

    private Revision() {}

    /** The revision that a client gets which asks for one in {@code initialize}. */
    public static String negotiate(String asked) {
        return WITH_HANDSHAKE.contains(asked) ? asked : WITH_HANDSHAKE.get(0);
    }

    public static boolean known(String revision) {
        return STATELESS.equals(revision) || WITH_HANDSHAKE.contains(revision);
    }

    /** All, the newest first. */
    public static List<String> all() {
        List<String> all = new ArrayList<>(List.of(STATELESS));
        all.addAll(WITH_HANDSHAKE);
        return all;
    }
}
