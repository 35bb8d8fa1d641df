package dev.countersign.migration;

import dev.countersign.destination.PhoneNumber;
import dev.countersign.tenant.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps the numbers of spaces. A number is connected in one space at the most, whatever runs beside it.
public interface NumberStore {
    /// A number of a space, as it was kept: what has lapsed since is not looked at.
    Optional<SpaceNumber> find(String space, PhoneNumber phone);

    /// Whether a number is connected in another space than this one.
    boolean connectedElsewhere(String space, PhoneNumber phone);

    /// The numbers of a tenant's space, in the order in which it got them; none for a space of another tenant.
    List<SpaceNumber> of(long tenant, String space);

    /// Reads what stands there, lets [NumberPolicy] decide, uses up the code where the step does, lets the number
    /// leave the space that it moves from, and writes all of it with its audit entries: everything or nothing.
    ///
    /// @param caller who does it, for the audit
    /// @return the number as it stands then
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.NumberRefusal], which leaves the
    ///     code good, or with [dev.countersign.refusal.CodeNotAccepted] when it was used up meanwhile
    SpaceNumber take(NumberMove move, Caller caller, Instant now);
}
