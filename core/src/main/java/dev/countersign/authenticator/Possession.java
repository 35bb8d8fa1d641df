package dev.countersign.authenticator;

import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.tenant.Bound;
import java.util.Optional;

/// What a principal can prove itself with, as far as a change goes by it.
///
/// @param bound its number, address and WeChat identity
/// @param device whether it has an active device
public record Possession(Bound bound, boolean device) {
    /// What a number or address would take the place of.
    public Optional<Destination> old(Destination to) {
        return switch (to) {
            case PhoneNumber phone -> bound.phone().map(old -> old);
            case MailAddress mail -> bound.mail().map(old -> old);
        };
    }

    /// What must be shown beside a code to the new number or address: the device, else the old one of the
    /// kind, else the other. Empty for who has nothing: a first binding. WeChat can't be shown here, and does
    /// not count.
    public Optional<Current> current(Destination to) {
        if (device) {
            return Optional.of(new Current.Device());
        }
        Optional<Destination> other = switch (to) {
            case PhoneNumber phone -> bound.mail().map(mail -> mail);
            case MailAddress mail -> bound.phone().map(phone -> phone);
        };
        return old(to).or(() -> other).map(Current.Sent::new);
    }

    /// Whether a change still is what it was when it was started.
    public boolean fits(Change change) {
        return old(change.to()).equals(change.old()) && current(change.to()).equals(change.current());
    }
}
