package org.pixazo.providers.control.offline.png;

/** The length codes of RFC 1951, section 3.2.5. */
final class RunLength {

    private static final int FIRST = 257;
    private static final int LONGEST = 285;
    private static final int[] SYMBOL = new int[259];
    private static final int[] BASE = new int[29];

    static {
        int base = 3;
        for (int symbol = FIRST; symbol < LONGEST; symbol++) {
            BASE[symbol - FIRST] = base;
            int reach = 1 << extraBits(symbol);
            for (int length = base; length < Math.min(259, base + reach); length++) {
                SYMBOL[length] = symbol;
            }
            base += reach;
        }
        SYMBOL[258] = LONGEST;
        BASE[LONGEST - FIRST] = 258;
    }

    private RunLength() {}

    /** @param length 3 to 258 */
    static int symbol(int length) {
        return SYMBOL[length];
    }

    static int base(int symbol) {
        return BASE[symbol - FIRST];
    }

    static int extraBits(int symbol) {
        return symbol < FIRST + 8 || symbol == LONGEST ? 0 : (symbol - FIRST) / 4 - 1;
    }
}
