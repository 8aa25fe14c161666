package org.pixazo.gateway.entity;

import java.util.List;

/**
 * The body of a chat completion as its client wrote it, with what Pixazo must know of it.
 *
 * @param bytes JSON
 * @param model as the client names it
 * @param stream whether events are asked for
 * @param includeUsage whether the client asks for the tokens of a stream
 * @param promptCharacters bytes of the texts of the messages, without pictures
 * @param messages how many there are
 * @param mostTokens the most that the answer may have; 0 where the client does not say
 * @param modelPlace where the value of {@code model} is
 * @param usageSplice what makes the upstream tell the tokens of a stream; null where nothing need be changed
 */
public record ChatBody(
        byte[] bytes,
        String model,
        boolean stream,
        boolean includeUsage,
        long promptCharacters,
        int messages,
        long mostTokens,
        Splice modelPlace,
        Splice usageSplice) {

    /**
     * A part of the bytes, and what stands there instead.
     *
     * @param from first byte
     * @param to byte after the last one
     * @param text replacement
     */
    public record Splice(int from, int to, String text) {}

    /** About four characters make a token, and each message costs about four for its frame. */
    public long promptTokens() {
        return promptCharacters / 4 + 4L * messages;
    }

    /** The changes for an upstream that knows the model by a name of its own, in the order of their places. */
    public List<Splice> splices(String quotedUpstreamModel) {
        Splice named = new Splice(modelPlace.from(), modelPlace.to(), quotedUpstreamModel);
        boolean same = quotedUpstreamModel.equals(modelPlace.text());
        if (usageSplice == null) {
            return same ? List.of() : List.of(named);
        }
        if (same) {
            return List.of(usageSplice);
        }
        return usageSplice.from() < named.from() ? List.of(usageSplice, named) : List.of(named, usageSplice);
    }
}
