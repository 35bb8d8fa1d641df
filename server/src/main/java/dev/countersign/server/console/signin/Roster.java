package dev.countersign.server.console.signin;

import dev.countersign.server.console.guest.Role;
import java.util.Optional;
import java.util.Set;

/// Who has which role, by UIN.
///
/// @param owners who may do everything
/// @param operators who look and call
/// @param auditors who look
public record Roster(Set<Long> owners, Set<Long> operators, Set<Long> auditors) {
    /// Copies the sets.
    public Roster {
        owners = Set.copyOf(owners);
        operators = Set.copyOf(operators);
        auditors = Set.copyOf(auditors);
    }

    /// The highest role that somebody has.
    Optional<Role> role(long uin) {
        if (owners.contains(uin)) {
            return Optional.of(Role.OWNER);
        }
        if (operators.contains(uin)) {
            return Optional.of(Role.OPERATOR);
        }
        return auditors.contains(uin) ? Optional.of(Role.AUDITOR) : Optional.empty();
    }
}
