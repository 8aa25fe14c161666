package org.pixazo.chats.control;

import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.chats.entity.Message;

/**
 * One reader's place in an answer. Holds no queue but a position: a slow reader gets longer pieces, not more memory. At
 * most one thread serves a reader at a time, and never the one on which the answer comes in.
 */
final class AnswerSubscription {

    private static final Logger LOG = Logger.getLogger(AnswerSubscription.class.getName());

    private final LiveAnswer answer;
    private final AnswerReader reader;
    private final Executor executor;

    private int position;
    private boolean busy;
    private boolean over;
    private boolean silence;
    private long lastWordNanos = System.nanoTime();

    AnswerSubscription(LiveAnswer answer, AnswerReader reader, Executor executor) {
        this.answer = answer;
        this.reader = reader;
        this.executor = executor;
    }

    /** Something came. */
    synchronized void wake() {
        if (!busy && !over) {
            busy = true;
            executor.execute(this::serve);
        }
    }

    /** Lets the reader know that the answer lives, where nothing came for a while. */
    synchronized void wakeIfSilentFor(long nanos) {
        if (System.nanoTime() - lastWordNanos > nanos) {
            silence = true;
            wake();
        }
    }

    synchronized boolean over() {
        return over;
    }

    private void serve() {
        try {
            while (step()) {
                // Each step hands over what has come meanwhile.
            }
        } catch (RuntimeException readerFailed) {
            LOG.log(Level.FINE, "A reader of answer " + answer.id() + " is gone", readerFailed);
            finish();
        }
    }

    private boolean step() {
        if (reader.gone()) {
            finish();
            return false;
        }
        String piece = answer.textFrom(position);
        if (!piece.isEmpty()) {
            position += piece.length();
            spoke();
            reader.onPiece(piece);
            return true;
        }
        Message ended = answer.ended();
        if (ended != null && answer.textFrom(position).isEmpty()) {
            // In this order: a server that stops waits until the reader has heard the end.
            reader.onEnd(ended, answer.failure());
            finish();
            return false;
        }
        if (takeSilence()) {
            reader.onSilence();
            return true;
        }
        return !rest();
    }

    private synchronized void spoke() {
        lastWordNanos = System.nanoTime();
        silence = false;
    }

    private synchronized boolean takeSilence() {
        boolean silent = silence;
        silence = false;
        if (silent) {
            lastWordNanos = System.nanoTime();
        }
        return silent;
    }

    /** Rests unless something came between the last look and now. */
    private synchronized boolean rest() {
        if (!answer.textFrom(position).isEmpty() || answer.ended() != null || silence) {
            return false;
        }
        busy = false;
        return true;
    }

    private synchronized void finish() {
        over = true;
        busy = false;
    }
}
