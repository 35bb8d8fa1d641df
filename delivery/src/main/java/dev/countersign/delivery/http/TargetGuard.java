package dev.countersign.delivery.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Decides which addresses a carrier may be spoken to at. The names are resolved here, once for each request,
/// and the connection goes to an address that was looked at: who can change what a name resolves to can't
/// have a secret sent to a service within the operator's own network.
final class TargetGuard {
    private static final byte[] NAT64 = {0x00, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

    private final Resolver resolver;
    private final boolean inside;

    /// @param resolver finds the addresses of a name
    /// @param inside whether the operator's own network may be spoken to
    TargetGuard(Resolver resolver, boolean inside) {
        this.resolver = resolver;
        this.inside = inside;
    }

    /// The addresses of a host, all of them allowed.
    ///
    /// @throws Unanswered when it has none, or when one of them is not allowed
    List<InetAddress> addresses(String host) throws Unanswered {
        List<InetAddress> addresses = resolved(host);
        if (addresses.isEmpty()) {
            throw new Unanswered("unknown host");
        }
        if (!inside && addresses.stream().anyMatch(TargetGuard::isInside)) {
            throw new Unanswered("target is not on the internet");
        }
        return addresses;
    }

    private List<InetAddress> resolved(String host) throws Unanswered {
        try {
            return resolver.addresses(host);
        } catch (UnknownHostException unknown) {
            throw new Unanswered("unknown host");
        }
    }

    /// Whether an address lies anywhere but on the public internet: the special-purpose registries of IANA
    /// (RFC 6890) that could lead to a machine of ours.
    static boolean isInside(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return special
                || switch (address) {
                    case Inet4Address four -> isInside4(four.getAddress());
                    case Inet6Address six -> isInside6(six.getAddress());
                    default -> true;
                };
    }

    /// 0/8, 100.64/10 (carrier-grade NAT), 192.0.0/24, 198.18/15 (benchmarks), 240/4 and the broadcast.
    private static boolean isInside4(byte[] octets) {
        int first = octets[0] & 0xFF;
        int second = octets[1] & 0xFF;
        return first == 0
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && octets[2] == 0)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
    }

    /// fc00::/7, and what carries an IPv4 address: 64:ff9b::/96 and 2002::/16, judged by that address.
    private static boolean isInside6(byte[] octets) {
        if ((octets[0] & 0xFE) == 0xFC) {
            return true;
        }
        if (Arrays.equals(octets, 0, NAT64.length, NAT64, 0, NAT64.length)) {
            return isInside(octets, NAT64.length);
        }
        return octets[0] == 0x20 && octets[1] == 0x02 && isInside(octets, 2);
    }

    private static boolean isInside(byte[] octets, int start) {
        try {
            return isInside(InetAddress.getByAddress(Arrays.copyOfRange(octets, start, start + 4)));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four octets that are no address", impossible);
        }
    }
}
