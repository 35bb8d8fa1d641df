package dev.countersign.server.config;

/// Where callers are listened to.
///
/// @param address the address to bind to
/// @param port the port; 0 for any free one
/// @param connections how many connections may be open
@Area(value = "listen", doc = "Where callers are listened to.") public record ListenConfig(
        @Key(doc = "The address to bind to.", example = "0.0.0.0")
        String address,

        @Key(doc = "The port; 0 for any free one.", example = "443")
        int port,

        @Key(doc = "How many connections may be open at the same time; more wait.", example = "4096")
        int connections) {
    /// @throws IllegalArgumentException for a port that there can't be, or no connection at all
    public ListenConfig {
        if (port > 65_535) {
            throw new IllegalArgumentException("listen.port must be at most 65535");
        }
        if (connections < 1) {
            throw new IllegalArgumentException("listen.connections must be at least 1");
        }
    }

    /// The defaults.
    public static ListenConfig standard() {
        return new ListenConfig("127.0.0.1", 7300, 1024);
    }
}
