package dev.countersign.delivery;

import java.time.Duration;
import java.util.List;

/// One hand-over of a message to a carrier, with its result. Reasons are short and fixed words or the carrier's
/// own error codes; never text that could repeat the message or its number.
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
    ///
    /// @param perhapsTaken whether the carrier may have it all the same, as when a connection broke before the
    ///     answer came: then the same carrier is asked again, since it knows the message's id, and nobody else
    ///     at once
    record CarrierFault(String reason, boolean perhapsTaken) implements Dispatch {
        /// The carrier failed, and certainly has not taken it.
        public CarrierFault(String reason) {
            this(reason, false);
        }
    }

    /// The destination can't be reached; no further try helps, with no carrier.
    record DestinationFault(String reason) implements Dispatch {}
}
