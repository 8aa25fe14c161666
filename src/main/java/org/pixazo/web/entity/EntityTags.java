package org.pixazo.web.entity;

/** Strong entity tags made of a row's version. */
public final class EntityTags {

    private EntityTags() {}

    /** The value of the {@code ETag} header, quotes included. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
