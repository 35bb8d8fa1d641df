package dev.countersign.webhook;

import java.time.Instant;
import java.util.Optional;

/// Something that happened to a verification or a message of a tenant. It holds no code, and no full number or
/// address.
///
/// @param number counts the tenant's events from 1, in the order of their commits and without gaps
/// @param id a UUID: the same in every delivery, so that a receiver knows what it has seen
/// @param tenant whose it is
/// @param type what happened
/// @param at when
/// @param data to what
public record Event(long number, String id, long tenant, EventType type, Instant at, Data data) {
    /// What it happened to.
    ///
    /// @param verification the verification, if there is one
    /// @param message the message, for an event of a message
    /// @param purpose what the code is good for, or what a notice says
    /// @param channel how it travels
    /// @param to where it went, masked; empty for what an earlier version wrote
    /// @param principal the UIN of the user whom it is about, if that is known
    /// @param carrier who was handed the message, if anybody was
    /// @param error why it failed: fixed words or a carrier's code, never text
    public record Data(
            Optional<String> verification,
            Optional<String> message,
            String purpose,
            String channel,
            Optional<String> to,
            Optional<Long> principal,
            Optional<String> carrier,
            Optional<String> error) {}

    /// The id of what it happened to: the message's, or else the verification's.
    public String subject() {
        return data.message().or(data::verification).orElse("");
    }

    /// Where it happened, as a reference of a URI.
    public String source() {
        return "/tenants/" + tenant;
    }
}
