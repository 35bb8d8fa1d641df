package dev.countersign.server.http;

import java.time.Duration;

/// What one listener bears. Every number is a bound that protects the others from one slow or greedy client.
///
/// @param connections open connections; more wait in the system's backlog
/// @param concurrent requests that are being answered; more wait a little, then are refused as busy
/// @param largeBodies requests larger than [#LARGE_BYTES] that are held in memory at the same time
/// @param lineBytes the longest request line
/// @param headerBytes all headers of a request together
/// @param idle how long a connection may rest between two requests
/// @param arrival how long a TLS handshake, a request from its first byte to its last, or the sending of an answer
///     may take
/// @param patience how long a request waits for a free place before it is refused as busy
/// @param stop how long a stopping listener waits for requests that still run
public record HttpLimits(
        int connections,
        int concurrent,
        int largeBodies,
        int lineBytes,
        int headerBytes,
        Duration idle,
        Duration arrival,
        Duration patience,
        Duration stop) {
    /// From this size on, in bytes, a request needs one of the few places for large ones.
    public static final int LARGE_BYTES = 128 * 1024;

    /// The defaults. A request line has room for the Tencent wire's query of 32 KB.
    public static HttpLimits standard() {
        return new HttpLimits(
                1024,
                256,
                4,
                48 * 1024,
                64 * 1024,
                Duration.ofSeconds(75),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }

    /// The same with another number of connections.
    public HttpLimits withConnections(int most) {
        return new HttpLimits(most, concurrent, largeBodies, lineBytes, headerBytes, idle, arrival, patience, stop);
    }

    /// The same with other times.
    public HttpLimits withTimes(Duration otherIdle, Duration otherArrival) {
        return new HttpLimits(
                connections, concurrent, largeBodies, lineBytes, headerBytes, otherIdle, otherArrival, patience, stop);
    }
}
