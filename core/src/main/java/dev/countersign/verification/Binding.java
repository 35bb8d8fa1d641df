package dev.countersign.verification;

import dev.countersign.destination.Destination;
import java.util.Optional;

/// What a code is bound to: a code of one binding is worth nothing in another (OWASP ASVS 5, 6.6.2).
///
/// @param tenant the tenant's id
/// @param purpose why it is sent
/// @param destination where it goes
/// @param principal whom it is about, when that is known: then budgets and failure counts are that principal's
/// @param operation a digest of the operation's fields; empty for none
public record Binding(
        long tenant, Purpose purpose, Destination destination, Optional<Long> principal, String operation) {
    /// A binding without a principal and without an operation: registration, migration.
    public static Binding anonymous(long tenant, Purpose purpose, Destination destination) {
        return new Binding(tenant, purpose, destination, Optional.empty(), "");
    }

    /// The authenticator whose failures are counted: `phone` or `mail`.
    public String authenticator() {
        return switch (destination) {
            case dev.countersign.destination.PhoneNumber phone -> "phone";
            case dev.countersign.destination.MailAddress mail -> "mail";
        };
    }
}
