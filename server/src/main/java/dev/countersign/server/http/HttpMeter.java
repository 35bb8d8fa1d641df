package dev.countersign.server.http;

import java.time.Duration;

/// Told of each answered request, for metrics and logs. It must not block and must not throw.
public interface HttpMeter {
    /// A request was answered.
    ///
    /// @param status the HTTP status
    /// @param took from the last byte read to the answer handed to the system
    void answered(int status, Duration took);

    /// A site threw; the client heard only that something failed.
    void failed(RuntimeException fault);

    /// Hears nothing.
    static HttpMeter none() {
        return new HttpMeter() {
            @Override
            public void answered(int status, Duration took) {}

            @Override
            public void failed(RuntimeException fault) {}
        };
    }
}
