package dev.countersign.delivery.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host; `InetAddress.getAllByName`, but in tests.
@FunctionalInterface
public interface Resolver {
    /// All its addresses, those to be tried first in front.
    ///
    /// @throws UnknownHostException when there is none
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
