package org.pixazo.providers.control.offline.png;

import java.util.PriorityQueue;

/** A prefix code of limited length, canonical as RFC 1951, section 3.2.2, wants it. */
final class Huffman {

    private final int[] lengths;
    private final int[] codes;

    /**
     * @param counts how often each symbol occurs
     * @param limit longest code, bits
     */
    Huffman(int[] counts, int limit) {
        int[] weights = counts.clone();
        int[] found = measure(weights);
        while (longest(found) > limit) {
            // Flatter weights make a flatter tree; a little is lost, only in rare blocks.
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weights[i] == 0 ? 0 : weights[i] / 2 + 1;
            }
            found = measure(weights);
        }
        this.lengths = found;
        this.codes = number(found);
    }

    /** Bits of the symbol's code; 0 for a symbol that does not occur. */
    int length(int symbol) {
        return lengths[symbol];
    }

    /** The code, its first bit lowest. */
    int code(int symbol) {
        return codes[symbol];
    }

    private record Node(long weight, int order, int symbol, Node left, Node right) implements Comparable<Node> {
        @Override
        public int compareTo(Node other) {
            int byWeight = Long.compare(weight, other.weight);
            return byWeight != 0 ? byWeight : Integer.compare(order, other.order);
        }
    }

    private static int[] measure(int[] weights) {
        PriorityQueue<Node> queue = new PriorityQueue<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                queue.add(new Node(weights[i], i, i, null, null));
            }
        }
        int[] lengths = new int[weights.length];
        int order = weights.length;
        if (queue.size() == 1) {
            lengths[queue.remove().symbol()] = 1;
            return lengths;
        }
        while (queue.size() > 1) {
            Node a = queue.remove();
            Node b = queue.remove();
            queue.add(new Node(a.weight() + b.weight(), order++, -1, a, b));
        }
        descend(queue.peek(), 0, lengths);
        return lengths;
    }

    private static void descend(Node node, int depth, int[] lengths) {
        if (node != null && node.symbol() >= 0) {
            lengths[node.symbol()] = depth;
        } else if (node != null) {
            descend(node.left(), depth + 1, lengths);
            descend(node.right(), depth + 1, lengths);
        }
    }

    private static int longest(int[] lengths) {
        int longest = 0;
        for (int length : lengths) {
            longest = Math.max(longest, length);
        }
        return longest;
    }

    private static int[] number(int[] lengths) {
        int[] codes = new int[lengths.length];
        int code = 0;
        for (int bits = 1; bits <= longest(lengths); bits++) {
            code <<= 1;
            for (int i = 0; i < lengths.length; i++) {
                if (lengths[i] == bits) {
                    codes[i] = Integer.reverse(code++) >>> 32 - bits;
                }
            }
        }
        return codes;
    }
}
