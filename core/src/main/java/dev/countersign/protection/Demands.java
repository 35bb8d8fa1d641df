package dev.countersign.protection;

import dev.countersign.tenant.Bound;
import java.util.Optional;

/// Decides which factor is demanded of a principal. Pure.
///
/// @param protection what the principal's flags say
/// @param rules what the tenant demands of all of its principals
/// @param bound what is bound to the principal
public record Demands(Protection protection, TenantRules rules, Bound bound) {
    /// The method that is demanded at a login: the one that the principal's flags name; where they name none and the
    /// tenant forces one, a code to the bound number, else a TOTP device, to be set up if need be.
    ///
    /// @return empty when none is demanded
    public Optional<Method> login() {
        return protection.login().or(() -> forced(rules.forcesLogin()));
    }

    /// The method that is demanded before an operation, likewise.
    ///
    /// @return empty when none is demanded
    public Optional<Method> operation() {
        return protection.operation().or(() -> forced(rules.forcesOperation()));
    }

    private Optional<Method> forced(boolean forces) {
        return forces ? Optional.of(bound.phone().isPresent() ? Method.PHONE : Method.STOKEN) : Optional.empty();
    }
}
