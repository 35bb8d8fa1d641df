package dev.countersign.server;

import dev.countersign.gateway.policy.TencentGrammar;
import dev.countersign.policy.Authorisation;
import dev.countersign.policy.Documents;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Roles;
import dev.countersign.policy.document.PolicyGrammar;
import java.time.InstantSource;
import java.util.List;

/// What callers may do, wired.
///
/// @param authorisation decides about calls
/// @param policies manages policies
/// @param roles manages roles
/// @param grammar reads documents
record PolicyServices(Authorisation authorisation, Policies policies, Roles roles, PolicyGrammar grammar) {
    /// Wires them.
    ///
    /// @param clock the time that conditions look at
    static PolicyServices wire(Storage storage, Given given, InstantSource clock) {
        TencentGrammar grammar = new TencentGrammar();
        Policies.Surroundings surroundings = new Policies.Surroundings(clock, given.random());
        return new PolicyServices(
                new Authorisation(storage.policies(), new Documents(List.of(grammar)), clock),
                new Policies(storage.policies(), storage.tenants(), grammar, surroundings),
                new Roles(storage.roles(), storage.tenants(), grammar, surroundings),
                grammar);
    }
}
