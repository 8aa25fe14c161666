/**
 * Carries out what a person has in files of many chats: a workspace as a zip file, everything as one JSON object a line.
 * Chats come in again by the import of {@code chats}. Stands above all that it carries and is known by none.
 */
package org.pixazo.archive;
