package dev.countersign.sts;

import dev.countersign.value.Secret;

/// A second factor that comes with a call.
///
/// @param tenant the tenant whose device it says it is of
/// @param kind the kind of device; only `softToken` can be shown with a call
/// @param code the code that the device shows
public record SecondFactor(long tenant, String kind, Secret code) {
    /// A device that computes codes.
    public static final String SOFT_TOKEN = "softToken";
}
