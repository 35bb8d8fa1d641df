package dev.countersign.server.config;

import java.net.URI;
import java.util.Optional;

/// Where traces go.
///
/// @param otlpEndpoint the collector's address, without `/v1/traces`
/// @param otlpAuthorization where the header `Authorization` is that it wants
/// @param samplePercent how many of the requests are traced whose caller does not decide
@Area(
        value = "telemetry",
        doc = "Where traces go, as OpenTelemetry has them. Nothing is traced without `telemetry.otlp-endpoint`.")
public record TelemetryConfig(
        @Key(
                doc = "The address of a collector that takes OTLP over HTTP; `/v1/traces` is added to it.",
                example = "http://127.0.0.1:4318")
        Optional<String> otlpEndpoint,

        @Key(doc = "Where the header `Authorization` is that the collector wants.", example = "env:OTLP_AUTHORIZATION")
        Optional<SecretReference> otlpAuthorization,

        @Key(
                doc = "How many of 100 requests are traced. A caller that sends `traceparent` decides for its own.",
                example = "5")
        int samplePercent) {
    /// @throws IllegalArgumentException for what is no address of HTTP, or more than all requests
    public TelemetryConfig {
        otlpEndpoint.ifPresent(TelemetryConfig::require);
        if (samplePercent < 0 || samplePercent > 100) {
            throw new IllegalArgumentException("telemetry.sample-percent must be 0 to 100");
        }
    }

    /// The defaults: no traces.
    public static TelemetryConfig standard() {
        return new TelemetryConfig(Optional.empty(), Optional.empty(), 100);
    }

    private static void require(String address) {
        if (!address.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?")
                || URI.create(address).getHost() == null) {
            throw new IllegalArgumentException(
                    "telemetry.otlp-endpoint must be an address such as http://127.0.0.1:4318");
        }
    }
}
