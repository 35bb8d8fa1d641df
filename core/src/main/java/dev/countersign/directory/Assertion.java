package dev.countersign.directory;

import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.tenant.Bound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an administrator asserts about another principal: it counts as bound from then on. What it takes the
/// place of is told, and sensitive operations are held back for a while; a first number or address, or one that
/// is bound already, changes nothing of the kind.
///
/// @param phone the number, if one is asserted
/// @param mail the address, if one is asserted
/// @param at when
/// @param coolOff for how long a change holds sensitive operations back
public record Assertion(Optional<PhoneNumber> phone, Optional<MailAddress> mail, Instant at, Duration coolOff) {
    /// What was bound and is replaced.
    public List<Destination> replaced(Bound before) {
        List<Destination> replaced = new ArrayList<>();
        before.phone()
                .filter(old -> phone.filter(asserted -> !asserted.equals(old)).isPresent())
                .ifPresent(replaced::add);
        before.mail()
                .filter(old -> mail.filter(asserted -> !asserted.equals(old)).isPresent())
                .ifPresent(replaced::add);
        return replaced;
    }

    /// What is bound afterwards.
    public Bound after(Bound before) {
        Optional<Instant> held =
                replaced(before).isEmpty() ? before.coolOffUntil() : Optional.of(later(before, at.plus(coolOff)));
        return new Bound(phone.or(before::phone), mail.or(before::mail), before.wechat(), held);
    }

    /// A change never shortens what an earlier one began.
    private static Instant later(Bound before, Instant until) {
        return before.coolOffUntil().filter(until::isBefore).orElse(until);
    }
}
