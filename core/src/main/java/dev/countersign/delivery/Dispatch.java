package dev.countersign.delivery;

import java.time.Duration;
import java.util.List;

/// One hand-over of a message to a carrier, with its result. Reasons are short and fixed words or the carrier's own
/// error codes; never text that could repeat the message or its number.
public sealed interface Dispatch {
    /// The carrier has it.
    ///
    /// @param references the carrier's ids for it, one for each part that it travels in, in their order; empty
    ///     when it gives none
    record Handed(List<String> references) implements Dispatch {
        /// Copies the list.
        public Handed {
            references = List.copyOf(references);
        }

        /// Handed over as one part.
        ///
        /// @param reference the carrier's id for it
        public Handed(String reference) {
            this(List.of(reference));
        }
    }

    /// The carrier asks for fewer messages at a time. It has not taken this one; that is nobody's fault.
    ///
    /// @param after how long it should be left alone
    record Busy(Duration after) implements Dispatch {}

    /// The carrier failed; another try, or another carrier, may help.
    record CarrierFault(String reason) implements Dispatch {}

    /// The destination can't be reached; no further try helps, with no carrier.
    record DestinationFault(String reason) implements Dispatch {}
}
