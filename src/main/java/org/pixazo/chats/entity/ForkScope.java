package org.pixazo.chats.entity;

/** How much of a chat a fork takes along. */
public enum ForkScope {
    /** The way to the message alone. */
    PATH,
    /** The way and all that branches off it. */
    BRANCHES,
    /** All messages that are no further from the begin. */
    ALL
}
