package org.pixazo.gateway.control;

import java.nio.charset.StandardCharsets;

/** Finds fields in JSON without reading it: a quote inside of a string is escaped, so a name in quotes is a name. */
final class ByteSearch {

    private ByteSearch() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Index of the first occurrence that lies wholly in the range, or -1. */
    static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
        byte first = wanted[0];
        int last = to - wanted.length;
        for (int i = from; i <= last; i++) {
            if (bytes[i] == first && matches(bytes, i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the value of a field whose name, with its quotes, stands at an index; -1 where no colon follows. */
    static int valueAt(byte[] bytes, int nameAt, byte[] name, int to) {
        int at = skipSpace(bytes, nameAt + name.length, to);
        return at < to && bytes[at] == ':' ? skipSpace(bytes, at + 1, to) : -1;
    }

    static int skipSpace(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }

    static boolean startsWith(byte[] bytes, int at, int to, byte[] wanted) {
        return at >= 0 && at + wanted.length <= to && matches(bytes, at, wanted);
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int j = 0; j < wanted.length; j++) {
            if (bytes[at + j] != wanted[j]) {
                return false;
            }
        }
        return true;
    }
}
