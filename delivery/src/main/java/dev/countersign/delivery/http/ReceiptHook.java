package dev.countersign.delivery.http;

import dev.countersign.delivery.Receipt;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import java.util.List;

/// Understands what one carrier posts about messages that it took. Pure but for the clock that it was given;
/// safe for many threads at once.
public interface ReceiptHook {
    /// The longest body that is looked at, in bytes. Whoever reads requests may stop there.
    int MOST_BODY_BYTES = 256 * 1024;

    /// Hears one request.
    ///
    /// @param request as it came, nothing believed
    Heard hear(Request request);

    /// What was heard.
    sealed interface Heard {
        /// Receipts. They may be known already, or be for messages that nobody knows: that is not looked at
        /// here.
        ///
        /// @param receipts to be kept, all of them, before the carrier is told
        /// @param thanks what the carrier wants to hear once they are kept
        record Receipts(List<Receipt> receipts, Response thanks) implements Heard {
            /// Copies the list.
            public Receipts {
                receipts = List.copyOf(receipts);
            }
        }

        /// It is not from the carrier, or can't be told to be: 403, and counted. Nothing of it was looked at.
        ///
        /// @param reason a fixed word for a metric: `signature`, `timestamp` or `credentials`
        record Forged(String reason) implements Heard {}

        /// It is from the carrier and can't be read: 400, and counted.
        ///
        /// @param reason a fixed word for a metric: `method`, `size` or `form`
        record Unreadable(String reason) implements Heard {}
    }
}
