package org.pixazo.accounts.entity;

import java.util.regex.Pattern;

/** Where a browser may be sent after the login: a path of Pixazo itself, never an address of somebody else's. */
public final class LocalPath {

    /** Where people go who come from nowhere in particular. */
    public static final String HOME = "/workspaces";

    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,2000}");

    private LocalPath() {}

    /** The path itself, or {@link #HOME} where it is none or leads elsewhere. */
    public static String orHome(String path) {
        return path != null && LOCAL.matcher(path).matches() ? path : HOME;
    }
}
