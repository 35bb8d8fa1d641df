package dev.countersign.verification;

import java.time.Duration;

/// What a demand asks for in place of the installation's own numbers. Tries, failures, quotas and the number
/// of live codes are never among it.
///
/// @param content what is sent
/// @param lifetime how long the code lives
/// @param quiet the least time since the last send for the same purpose and destination; the installation's
///     own where that is longer
/// @param earlier what becomes of the binding's earlier codes
public record Terms(Content content, Duration lifetime, Duration quiet, Earlier earlier) {
    /// What is sent.
    public sealed interface Content {
        /// A fresh code of this shape.
        record Drawn(CodeShape shape) implements Content {}

        /// What the caller chose. Who asks for it binds it so that it is never compared.
        record Chosen(Code code) implements Content {}
    }

    /// What becomes of the binding's earlier codes. The same code never goes out twice on terms.
    public enum Earlier {
        /// They end.
        END,
        /// They live on beside the new one, the oldest only while there are no more than
        /// [VerificationPolicy#LIVE_CODES] of them.
        STAY
    }
}
