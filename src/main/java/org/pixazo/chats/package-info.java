/**
 * Conversations with a language model: ask, stream, remember. An answer is one durable thing: a row from the moment it is
 * asked for, a journal while it comes, any number of readers who join and leave, and exactly one end. What a reader has
 * seen is never lost, whoever dies.
 */
package org.pixazo.chats;
