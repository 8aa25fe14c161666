package org.pixazo.telegram.control;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Markdown into pieces that Telegram takes: at most 4,096 UTF-16 characters after its markup is read, and about 9,500
 * bytes with it. It cuts at the end of a paragraph, else of a line, a sentence or a word; a block of code that is cut is
 * closed, and opened again in the next piece.
 */
final class MessageSplitter {

    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_BYTES = 9_000;
    private static final int LEAST_CHARACTERS = 2;
    private static final int LONGEST_FENCE = 60;

    private MessageSplitter() {}

    /**
     * A piece of a text.
     *
     * @param before what opens again the code that was cut; empty for none
     * @param text the piece itself
     * @param after what closes the code that is cut; empty for none
     */
    record Piece(String before, String text, String after) {

        /** The piece as Markdown of its own. */
        String markdown() {
            return before + text + after;
        }
    }

    static List<Piece> split(String markdown) {
        List<Piece> pieces = new ArrayList<>();
        String opening = null;
        int position = 0;
        do {
            Piece piece = piece(markdown, position, opening);
            opening = openAfter(piece.text(), opening);
            pieces.add(piece);
            position += piece.text().length();
        } while (position < markdown.length());
        return pieces;
    }

    /** The longest piece from a position that Telegram takes. */
    private static Piece piece(String markdown, int from, String opening) {
        String before = opening == null ? "" : opening + "\n";
        int room = MOST_CHARACTERS - before.length() - LONGEST_FENCE;
        while (true) {
            String text = markdown.substring(from, cut(markdown, from, room));
            String open = openAfter(text, opening);
            String after = "";
            if (from + text.length() < markdown.length() && open != null) {
                after = (text.endsWith("\n") ? "" : "\n") + TelegramHtml.mark(open);
            }
            Piece piece = new Piece(before, text, after);
            int bytes = TelegramHtml.of(piece.markdown()).getBytes(StandardCharsets.UTF_8).length;
            if (bytes <= MOST_BYTES || room == LEAST_CHARACTERS) {
                return piece;
            }
            // Escapes and tags are much longer than what they stand for.
            room = Math.max(LEAST_CHARACTERS, Math.min(room - 1, text.length() * MOST_BYTES / bytes));
        }
    }

    /** Where a piece that begins at a position and has some room ends. */
    private static int cut(String text, int from, int room) {
        int reach = from + room;
        if (reach >= text.length()) {
            return text.length();
        }
        int least = from + room / 2;
        for (String mark : List.of("\n\n", "\n", ". ", " ")) {
            int place = text.lastIndexOf(mark, reach - mark.length());
            if (place >= least) {
                return place + mark.length();
            }
        }
        return Character.isSurrogatePair(text.charAt(reach - 1), text.charAt(reach)) ? reach - 1 : reach;
    }

    /** The line that opened the block of code in which a text ends; null for none. */
    private static String openAfter(String text, String opening) {
        String open = opening;
        for (String line : text.split("\n", -1)) {
            if (open == null && TelegramHtml.isFence(line)) {
                open = line.length() > LONGEST_FENCE - 10 ? TelegramHtml.mark(line) : line;
                if (open.length() > LONGEST_FENCE - 10) {
                    open = "```";
                }
            } else if (open != null && TelegramHtml.closes(line, open)) {
                open = null;
            }
        }
        return open;
    }
}
