package org.pixazo.chats.control;

import org.pixazo.chats.entity.Message;
import org.pixazo.errors.entity.PixazoException;

/** Hears an answer: any number of pieces, then its end. The calls come one after the other and may block. */
public interface AnswerReader {

    /** @param piece what came since the piece before, never empty */
    void onPiece(String piece);

    /** Nothing came for a while; says so to whoever waits. */
    void onSilence();

    /**
     * @param message as the database now has it
     * @param failure what made it fail; null where nothing did, or where it is not known any more
     */
    void onEnd(Message message, PixazoException failure);

    /** Whether nobody listens any more. */
    boolean gone();
}
