package org.pixazo.search.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a text has what is looked for: how well it fits, and the part of it that shows that best.
 *
 * <p>How well: every term counts more the more often it stands there, ever less for each time, and less in a long text
 * (the shape of BM25 without its statistics of all texts, so that a hit keeps its place whatever comes meanwhile); a word
 * that only begins like it counts less; terms that stand side by side count more.
 */
public final class Passage {

    private static final int LENGTH = 160;
    private static final int BEFORE = 40;
    private static final double SATURATION = 1.2;
    private static final double USUAL_WORDS = 120;
    private static final double GOES_ON = 0.6;
    private static final double SIDE_BY_SIDE = 0.4;
    private static final int SCALE = 1000;

    private final String text;
    private final List<Mark> found = new ArrayList<>();
    private final int score;

    /**
     * A snippet on one line with the places in it.
     *
     * @param marks in the order of the text, which do not overlap
     */
    public record Cut(String text, List<Mark> marks) {}

    public Passage(String text, List<Term> terms) {
        this.text = text;
        List<Words.Word> words = Words.of(text);
        double sum = 0;
        for (Term term : terms) {
            double often = term.piece() ? pieces(term) : runs(term, words);
            sum += often / (often + SATURATION * (0.25 + 0.75 * words.size() / USUAL_WORDS));
        }
        found.sort((a, b) -> a.start() != b.start() ? a.start() - b.start() : b.end() - a.end());
        score = (int) (SCALE * (sum + SIDE_BY_SIDE * neighbours(terms, words)));
    }

    /** How well it fits; 0 where nothing was found. */
    public int score() {
        return score;
    }

    /** Whether anything was found. */
    public boolean marked() {
        return !found.isEmpty();
    }

    /** The part with the most places. */
    public Cut cut() {
        int begin = boundary(text, Math.max(0, best() - BEFORE));
        int end = begin + LENGTH >= text.length() ? text.length() : boundary(text, begin + LENGTH);
        return cut(text, begin, end, found);
    }

    /** The beginning of a text, on one line. */
    public static String beginning(String text, int length) {
        int end = length >= text.length() ? text.length() : boundary(text, length);
        return cut(text, 0, end, List.of()).text();
    }

    private int best() {
        int best = 0;
        int most = 0;
        for (int i = 0; i < found.size(); i++) {
            int count = 0;
            for (int j = i;
                    j < found.size() && found.get(j).end() <= found.get(i).start() - BEFORE + LENGTH;
                    j++) {
                count++;
            }
            if (count > most) {
                most = count;
                best = found.get(i).start();
            }
        }
        return best;
    }

    private double pieces(Term term) {
        String small = text.toLowerCase(Locale.ROOT);
        // Few letters change their length with their case; then their places would be others.
        String where = small.length() == text.length() ? small : text;
        String what = small.length() == text.length() ? term.text().toLowerCase(Locale.ROOT) : term.text();
        int count = 0;
        for (int at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length())) {
            found.add(new Mark(at, at + what.length()));
            count++;
        }
        return count;
    }

    private double runs(Term term, List<Words.Word> words) {
        double count = 0;
        int length = term.words().size();
        for (int i = 0; i + length <= words.size(); i++) {
            if (stands(term, words, i)) {
                Words.Word last = words.get(i + length - 1);
                count += last.folded().equals(term.words().get(length - 1)) ? 1 : GOES_ON;
                found.add(new Mark(words.get(i).start(), last.end()));
            }
        }
        return count;
    }

    private static boolean stands(Term term, List<Words.Word> words, int at) {
        int last = term.words().size() - 1;
        for (int i = 0; i < last; i++) {
            if (!words.get(at + i).folded().equals(term.words().get(i))) {
                return false;
            }
        }
        String word = words.get(at + last).folded();
        String wanted = term.words().get(last);
        return term.begins() == Term.Begins.NEVER ? word.equals(wanted) : word.startsWith(wanted);
    }

    /** How many terms stand right behind the term before them. */
    private int neighbours(List<Term> terms, List<Words.Word> words) {
        int count = 0;
        for (int i = 1; i < terms.size(); i++) {
            Term first = terms.get(i - 1);
            Term second = terms.get(i);
            if (!first.piece() && !second.piece() && sideBySide(first, second, words)) {
                count++;
            }
        }
        return count;
    }

    private static boolean sideBySide(Term first, Term second, List<Words.Word> words) {
        int behind = first.words().size();
        for (int i = 0; i + behind + second.words().size() <= words.size(); i++) {
            if (stands(first, words, i) && stands(second, words, i + behind)) {
                return true;
            }
        }
        return false;
    }

    /** Puts a part on one line, and moves the places along. */
    private static Cut cut(String text, int begin, int end, List<Mark> found) {
        StringBuilder line = new StringBuilder(begin > 0 ? "…" : "");
        int[] places = new int[end - begin + 1];
        int head = line.length();
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            places[i - begin] = line.length();
            if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
                line.append(c);
            } else if (line.length() > head && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        if (line.length() > head && line.charAt(line.length() - 1) == ' ') {
            line.setLength(line.length() - 1);
        }
        places[end - begin] = line.length();
        List<Mark> marks = new ArrayList<>();
        int free = 0;
        for (Mark mark : found) {
            if (mark.start() >= begin && mark.end() <= end) {
                Mark moved =
                        new Mark(places[mark.start() - begin], Math.min(places[mark.end() - begin], line.length()));
                if (moved.start() >= free && moved.end() > moved.start()) {
                    marks.add(moved);
                    free = moved.end();
                }
            }
        }
        return new Cut(line.append(end < text.length() ? "…" : "").toString(), marks);
    }

    /** Not between the two halves of one character. */
    private static int boundary(String text, int position) {
        return position > 0
                        && position < text.length()
                        && Character.isLowSurrogate(text.charAt(position))
                        && Character.isHighSurrogate(text.charAt(position - 1))
                ? position - 1
                : position;
    }
}
