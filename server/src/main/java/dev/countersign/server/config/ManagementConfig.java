package dev.countersign.server.config;

import java.net.InetSocketAddress;

/// Where the operator's own tools look.
///
/// @param address host and port
@Area(value = "management", doc = "Where the operator's own tools look: `/metrics`, `/livez` and `/readyz`.") public record ManagementConfig(
        @Key(
                doc =
                        "Host and port of the management listener of `serve`. It speaks plain HTTP: keep it off public networks.",
                example = "0.0.0.0:7301")
        String address) {
    /// @throws IllegalArgumentException when it is not host and port
    public ManagementConfig {
        split(address);
    }

    /// The defaults.
    public static ManagementConfig standard() {
        return new ManagementConfig("127.0.0.1:7301");
    }

    /// The host.
    public String host() {
        return split(address).getHostString();
    }

    /// The port.
    public int port() {
        return split(address).getPort();
    }

    private static InetSocketAddress split(String address) {
        int colon = address.lastIndexOf(':');
        String port = address.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("management.address must be a host and a port, as 127.0.0.1:7301");
        }
        return InetSocketAddress.createUnresolved(address.substring(0, colon), Integer.parseInt(port));
    }
}
