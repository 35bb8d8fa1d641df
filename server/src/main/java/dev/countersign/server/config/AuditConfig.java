package dev.countersign.server.config;

import java.nio.file.Path;
import java.util.Optional;

/// The audit, beside the store.
///
/// @param checkpoints the file that checkpoints are appended to
@Area(value = "audit", doc = "What happened, as a chain of rows in the store.") public record AuditConfig(
        @Key(
                doc = "The file that a signed checkpoint is appended to, once a minute while there is anything new."
                        + " It shows when the audit's end was cut off, so it belongs on another disk or machine than"
                        + " the store. By default audit-checkpoints.txt in the data directory.",
                example = "/var/log/countersign/audit-checkpoints.txt")
        Optional<Path> checkpoints) {
    /// The defaults.
    public static AuditConfig standard() {
        return new AuditConfig(Optional.empty());
    }

    /// The file.
    ///
    /// @param data the data directory
    public Path file(Path data) {
        return checkpoints.orElseGet(() -> data.resolve("audit-checkpoints.txt"));
    }
}
