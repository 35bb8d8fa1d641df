package dev.countersign.server.console.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an address is counted as: an IPv4 address as itself, one of IPv6 as the network of 64 bits that it is in, since
/// who has one of its addresses has them all (RFC 6177).
public final class Network {
    private static final int LONGEST = 64;
    private static final int BYTES = 8;

    /// As some proxies write it: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::[0-9]{1,5})?|([^:]*):[0-9]{1,5}");

    private Network() {}

    /// What this counts as; what is no address counts as itself, cut off.
    public static String of(String source) {
        try {
            InetAddress address = InetAddress.ofLiteral(bare(source));
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), BYTES))
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
