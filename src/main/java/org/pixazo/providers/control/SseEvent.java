package org.pixazo.providers.control;

/**
 * One server-sent event.
 *
 * @param name {@code message} where the stream names none
 * @param data its lines joined by line feeds
 */
record SseEvent(String name, String data) {}
