package org.pixazo.chats.entity;

/**
 * Which chats are asked for; null for what does not matter.
 *
 * @param tag one of their tags
 */
public record ChatFilter(Boolean pinned, Boolean archived, String tag) {

    /** Those that are not put away. */
    public static final ChatFilter OPEN = new ChatFilter(null, false, null);
}
