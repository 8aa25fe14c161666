package org.pixazo.search.entity;

/**
 * A place in a snippet that was looked for, in UTF-16 code units as JavaScript and Java count them.
 *
 * @param start of the first
 * @param end behind the last
 */
public record Mark(int start, int end) {}
