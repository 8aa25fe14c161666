package org.pixazo.providers.control;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells the public internet from everything else: loopback, private, link-local (where clouds keep their credentials),
 * unique-local, shared, multicast, reserved and documentation ranges (IANA special-purpose registries, RFC 6890). IPv6
 * forms that carry an IPv4 address are judged by that one.
 */
final class PublicAddresses {

    private static final List<Range> SPECIAL = List.of(
            Range.of("0.0.0.0", 8),
            Range.of("10.0.0.0", 8),
            Range.of("100.64.0.0", 10),
            Range.of("127.0.0.0", 8),
            Range.of("169.254.0.0", 16),
            Range.of("172.16.0.0", 12),
            Range.of("192.0.0.0", 24),
            Range.of("192.0.2.0", 24),
            Range.of("192.88.99.0", 24),
            Range.of("192.168.0.0", 16),
            Range.of("198.18.0.0", 15),
            Range.of("198.51.100.0", 24),
            Range.of("203.0.113.0", 24),
            Range.of("224.0.0.0", 3),
            Range.of("2001::", 23),
            Range.of("2001:db8::", 32));

    /** Only 2000::/3 is handed out; unique-local, link-local, multicast and mapped ones lie outside. */
    private static final Range GLOBAL_UNICAST = Range.of("2000::", 3);

    private static final Range NAT64 = Range.of("64:ff9b::", 96);
    private static final Range SIX_TO_FOUR = Range.of("2002::", 16);

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (NAT64.contains(bytes)) {
            return contains(ipv4(bytes, 12));
        }
        if (SIX_TO_FOUR.contains(bytes)) {
            return contains(ipv4(bytes, 2));
        }
        boolean ordinary = address instanceof Inet4Address || GLOBAL_UNICAST.contains(bytes);
        return ordinary && SPECIAL.stream().noneMatch(range -> range.contains(bytes));
    }

    private static InetAddress ipv4(byte[] ipv6, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(ipv6, from, from + 4));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Four bytes are an address.", impossible);
        }
    }

    private record Range(byte[] network, int bits) {

        static Range of(String network, int bits) {
            try {
                // A literal: nothing is looked up.
                return new Range(InetAddress.getByName(network).getAddress(), bits);
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException(network, impossible);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
