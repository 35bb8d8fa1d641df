package dev.countersign.delivery.smpp;

import java.io.IOException;

/// Why a connection ended, in words of ours that may be recorded and logged; those of the JDK may repeat what the
/// other side sent.
final class WireBroken extends IOException {
    private final String reason;

    WireBroken(String reason) {
        super(reason);
        this.reason = reason;
    }

    WireBroken(String reason, IOException cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /// The words for any failure of a connection: ours, or the name of the JDK's exception.
    static String words(IOException failure) {
        return failure instanceof WireBroken broken
                ? broken.reason
                : failure.getClass().getSimpleName();
    }
}
