package dev.countersign.challenge;

import dev.countersign.protection.Method;
import dev.countersign.protection.Protection;
import dev.countersign.protection.TenantRules;
import dev.countersign.tenant.Bound;
import java.util.Optional;

/// Decides which factor is demanded. Pure.
///
/// @param protection what the principal's flags say
/// @param rules what the tenant demands of all of its principals
record Choice(Protection protection, TenantRules rules) {
    /// The method that the principal's flags name; where they name none and the tenant forces one, a code to the
    /// bound number, else a TOTP device, to be set up if need be.
    ///
    /// @return empty when none is demanded
    Optional<Method> method(Kind kind, Bound bound) {
        Optional<Method> set = kind == Kind.LOGIN ? protection.login() : protection.operation();
        boolean forced = kind == Kind.LOGIN ? rules.forcesLogin() : rules.forcesOperation();
        return set.or(() ->
                forced ? Optional.of(bound.phone().isPresent() ? Method.PHONE : Method.STOKEN) : Optional.empty());
    }
}
