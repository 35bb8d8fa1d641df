package dev.countersign.authenticator;

import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A change is the ceremony by which a principal gets another number or address: the new one and the current
/// factor both prove themselves. A principal has one that is pending for each of the two.
///
/// @param id its id, a UUID; part of what its codes are bound to
/// @param tenant whose it is
/// @param principal the UIN of whom it is about
/// @param to the new number or address
/// @param old what it takes the place of; empty for a first one
/// @param current what must be shown beside a code to the new one; empty for who has nothing yet
/// @param locale the language of its messages
/// @param status where it stands
/// @param expiresAt when it ends by itself, with its codes
/// @param coolOffUntil once confirmed: sensitive operations are held back until then; empty for not at all
public record Change(
        String id,
        long tenant,
        long principal,
        Destination to,
        Optional<Destination> old,
        Optional<Current> current,
        String locale,
        Status status,
        Instant expiresAt,
        Optional<Instant> coolOffUntil) {
    /// How long one lives, if its codes do.
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /// Where a change can stand. All but `PENDING` are final.
    public enum Status {
        /// The codes may still be given.
        PENDING,
        /// It was made.
        CONFIRMED,
        /// Its time ran out.
        EXPIRED,
        /// Another was started, or what it went by has changed.
        REPLACED;

        /// The word for it in answers and tables.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Which authenticator it changes.
    public AuthenticatorKind kind() {
        return switch (to) {
            case PhoneNumber phone -> AuthenticatorKind.PHONE;
            case MailAddress mail -> AuthenticatorKind.MAIL;
        };
    }

    /// What its codes are good for, beside their destination.
    public String operation() {
        return "change/" + id;
    }

    /// What a code of it is bound to.
    public Binding binding(Destination destination) {
        return new Binding(tenant, Purpose.ENROLMENT, destination, Optional.of(principal), operation());
    }

    /// The same as it stands at a time: a pending one whose time ran out has expired.
    public Change at(Instant now) {
        return status == Status.PENDING && !now.isBefore(expiresAt) ? with(Status.EXPIRED, coolOffUntil) : this;
    }

    /// The same with another end.
    public Change until(Instant end) {
        return new Change(id, tenant, principal, to, old, current, locale, status, end, coolOffUntil);
    }

    /// The same with another status.
    public Change with(Status other, Optional<Instant> heldUntil) {
        return new Change(id, tenant, principal, to, old, current, locale, other, expiresAt, heldUntil);
    }
}
