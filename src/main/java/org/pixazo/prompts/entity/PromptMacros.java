package org.pixazo.prompts.entity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.pixazo.errors.entity.InvalidInputException;

/**
 * Choices inside a prompt: <code>{red|blue} fox</code> is two prompts, and several groups multiply. Groups nest,
 * <code>{2$$a|b|c}</code> takes every two of its choices, joined by commas, and a choice may be empty. Braces without a
 * bar stay as they are, as do braces and bars behind a backslash, which goes.
 */
public final class PromptMacros {

    private static final int DEEPEST = 20;
    private static final String ESCAPED = "{}|\\";

    private final String text;

    /** Groups by the places of their opening braces. */
    private final Map<Integer, Span> groups = new HashMap<>();

    private PromptMacros(String text) {
        this.text = text;
        findGroups();
    }

    /** A piece of a prompt that knows how many texts it stands for, before any is made. */
    private interface Piece {

        long count();

        List<String> texts();
    }

    /** Where a group is: its opening brace, the bars between its choices, its closing brace. */
    private record Span(int begin, List<Integer> bars, AtomicInteger end) {

        boolean chooses() {
            return end.get() > 0 && !bars.isEmpty();
        }
    }

    /**
     * How many prompts there are.
     *
     * @return at least 1; {@link Long#MAX_VALUE} for more than can be counted
     * @throws InvalidInputException naming {@code prompt} where groups nest deeper than 20
     */
    public static long count(String prompt) {
        return parsed(prompt).count();
    }

    /**
     * All prompts, the last group changing fastest. To be asked only where {@link #count} is bearable.
     *
     * @throws InvalidInputException naming {@code prompt} where groups nest deeper than 20
     */
    public static List<String> expand(String prompt) {
        return parsed(prompt).texts().stream()
                .map(one -> one.strip().replaceAll(" {2,}", " ").replaceAll(" ([,.;:])", "$1"))
                .toList();
    }

    private static Piece parsed(String prompt) {
        return new PromptMacros(prompt).sequence(0, prompt.length(), 0);
    }

    /** One pass over the text, so that hostile braces cost no more than others. */
    private void findGroups() {
        Deque<Span> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escapes(i)) {
                i++;
            } else if (c == '{') {
                open.push(new Span(i, new ArrayList<>(), new AtomicInteger()));
            } else if (c == '|' && !open.isEmpty()) {
                open.peek().bars().add(i);
            } else if (c == '}' && !open.isEmpty()) {
                Span closed = open.pop();
                closed.end().set(i);
                if (closed.chooses()) {
                    groups.put(closed.begin(), closed);
                }
            }
        }
    }

    private boolean escapes(int place) {
        return text.charAt(place) == '\\' && place + 1 < text.length() && ESCAPED.indexOf(text.charAt(place + 1)) >= 0;
    }

    private Piece sequence(int from, int to, int depth) {
        if (depth > DEEPEST) {
            throw new InvalidInputException("prompt", "must not nest choices deeper than " + DEEPEST);
        }
        List<Piece> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (int i = from; i < to; i++) {
            Span group = groups.get(i);
            if (group != null) {
                pieces.add(new Literal(plain.toString()));
                plain.setLength(0);
                pieces.add(group(group, depth));
                i = group.end().get();
            } else {
                if (escapes(i)) {
                    i++;
                }
                plain.append(text.charAt(i));
            }
        }
        pieces.add(new Literal(plain.toString()));
        return new Sequence(pieces);
    }

    private Piece group(Span span, int depth) {
        int begin = span.begin() + 1;
        int take = 1;
        char digit = text.charAt(begin);
        if (digit >= '1' && digit <= '9' && text.startsWith("$$", begin + 1)) {
            take = Math.min(digit - '0', span.bars().size() + 1);
            begin += 3;
        }
        List<Piece> choices = new ArrayList<>();
        for (int bar : span.bars()) {
            choices.add(sequence(begin, bar, depth + 1));
            begin = bar + 1;
        }
        choices.add(sequence(begin, span.end().get(), depth + 1));
        return new Group(choices, take);
    }

    private record Literal(String words) implements Piece {

        @Override
        public long count() {
            return 1;
        }

        @Override
        public List<String> texts() {
            return List.of(words);
        }
    }

    private record Sequence(List<Piece> pieces) implements Piece {

        @Override
        public long count() {
            return pieces.stream().mapToLong(Piece::count).reduce(1, PromptMacros::times);
        }

        @Override
        public List<String> texts() {
            List<String> texts = List.of("");
            for (Piece piece : pieces) {
                texts = pairs(texts, piece.texts(), "");
            }
            return texts;
        }
    }

    private record Group(List<Piece> choices, int take) implements Piece {

        @Override
        public long count() {
            // counts[k]: in how many ways k of the choices so far can be taken.
            long[] counts = new long[take + 1];
            counts[0] = 1;
            for (Piece choice : choices) {
                long ways = choice.count();
                for (int k = take; k > 0; k--) {
                    counts[k] = plus(counts[k], times(counts[k - 1], ways));
                }
            }
            return counts[take];
        }

        @Override
        public List<String> texts() {
            return taken(0, take);
        }

        private List<String> taken(int from, int many) {
            List<String> texts = new ArrayList<>();
            for (int i = from; i <= choices.size() - many; i++) {
                List<String> first = choices.get(i).texts();
                texts.addAll(many == 1 ? first : pairs(first, taken(i + 1, many - 1), ", "));
            }
            return texts;
        }
    }

    private static List<String> pairs(List<String> firsts, List<String> seconds, String between) {
        List<String> pairs = new ArrayList<>(firsts.size() * seconds.size());
        for (String first : firsts) {
            for (String second : seconds) {
                pairs.add(first + between + second);
            }
        }
        return pairs;
    }

    private static long times(long a, long b) {
        return a == 0 || b <= Long.MAX_VALUE / a ? a * b : Long.MAX_VALUE;
    }

    private static long plus(long a, long b) {
        return a <= Long.MAX_VALUE - b ? a + b : Long.MAX_VALUE;
    }
}
