/** Finds what a person has said, made and saved, across chats, images and prompts. Stands above them and is known by none. */
package org.pixazo.search;
