package org.pixazo.telegram.control;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Markdown into pieces that Telegram takes: at most 4,096 UTF-16 characters after its markup is read, and about 9,500
 * bytes before. It cuts at the end of a paragraph, else of a line, a sentence or a word; a block of code that is cut is
 * closed, and opened again in the next piece.
 */
final class MessageSplitter {

    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_BYTES = 9_000;
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
            String before = opening == null ? "" : opening + "\n";
            int end = cut(markdown, position, before);
            String text = markdown.substring(position, end);
            opening = openAfter(text, opening);
            boolean last = end == markdown.length();
            String after = "";
            if (!last && opening != null) {
                after = (text.endsWith("\n") ? "" : "\n") + TelegramHtml.mark(opening);
            }
            pieces.add(new Piece(before, text, after));
            position = end;
        } while (position < markdown.length());
        return pieces;
    }

    /** Where the piece that begins at a position ends. */
    private static int cut(String text, int from, String before) {
        int reach = reach(text, from, before.length() + LONGEST_FENCE);
        if (reach == text.length()) {
            return reach;
        }
        int least = from + (reach - from) / 2;
        for (String mark : List.of("\n\n", "\n", ". ", " ")) {
            int place = text.lastIndexOf(mark, reach - mark.length());
            if (place >= least) {
                return place + mark.length();
            }
        }
        boolean inPair = Character.isHighSurrogate(text.charAt(reach - 1)) && reach - 1 > from;
        return inPair ? reach - 1 : reach;
    }

    private static int reach(String text, int from, int reserved) {
        int bytes = reserved;
        int end = from;
        while (end < text.length() && end - from < MOST_CHARACTERS - reserved) {
            bytes += bytes(text.charAt(end));
            if (bytes > MOST_BYTES) {
                break;
            }
            end++;
        }
        return end;
    }

    /** How many bytes a character takes, escaped and in UTF-8. */
    private static int bytes(char c) {
        return switch (c) {
            case '&' -> 5;
            case '<', '>' -> 4;
            case '"' -> 6;
            default -> c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        };
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
