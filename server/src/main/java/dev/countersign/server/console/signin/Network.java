package dev.countersign.server.console.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an address is counted as. One of IPv4 counts as itself. One of IPv6 counts as the network of 64 bits that it is
/// in, whose addresses a host takes as it likes (RFC 4291, 2.5.4, and RFC 8981), and as the site that this belongs to.
/// A
/// site is given many such networks (RFC 6177): the 256 of 56 bits, or the 65,536 of 48, which it is counted by.
public final class Network {
    private static final int LONGEST = 64;
    private static final int NETWORK_BYTES = 8;
    private static final int SITE_BYTES = 6;

    /// As some proxies write it: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::[0-9]{1,5})?|([^:]*):[0-9]{1,5}");

    private Network() {}

    /// The network that it is in; what is no address counts as itself, cut off.
    public static String of(String source) {
        return first(NETWORK_BYTES, source);
    }

    /// The site that it is of; an address of IPv4, and what is no address, counts as in [#of].
    public static String site(String source) {
        return first(SITE_BYTES, source);
    }

    private static String first(int bytes, String source) {
        try {
            InetAddress address = InetAddress.ofLiteral(bare(source));
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes))
                    : address.getHostAddress();
        } catch (IllegalArgumentException other) {
            return source.length() <= LONGEST ? source : source.substring(0, LONGEST);
        }
    }

    private static String bare(String source) {
        Matcher ported = WITH_PORT.matcher(source);
        if (!ported.matches()) {
            return source;
        }
        return ported.group(1) != null ? ported.group(1) : ported.group(2);
    }
}
