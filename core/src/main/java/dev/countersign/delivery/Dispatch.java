package dev.countersign.delivery;

/// One hand-over of a message to a carrier, with its result.
public sealed interface Dispatch {
    /// The carrier has it.
    ///
    /// @param reference the carrier's id for it; empty when it gives none
    record Handed(String reference) implements Dispatch {}

    /// The carrier failed; another try may help.
    record CarrierFault(String reason) implements Dispatch {}

    /// The destination can't be reached; no further try helps.
    record DestinationFault(String reason) implements Dispatch {}
}
