package dev.countersign.server.config;

/// A carrier that sends nothing.
@Area(
        value = "inbox",
        doc = "Sends nothing: messages stay where a developer reads them. For an installation that is tried out.")
public record InboxConfig() implements CarrierDetails {
    /// There is nothing to set.
    public static InboxConfig standard() {
        return new InboxConfig();
    }
}
