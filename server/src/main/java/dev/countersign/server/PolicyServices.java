package dev.countersign.server;

import dev.countersign.gateway.policy.RamGrammar;
import dev.countersign.gateway.policy.TencentGrammar;
import dev.countersign.policy.Authorisation;
import dev.countersign.policy.Documents;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Roles;
import java.time.InstantSource;
import java.util.List;

/// What callers may do, wired.
///
/// @param authorisation decides about calls
/// @param policies manages policies
/// @param roles manages roles
/// @param documents reads documents, in every grammar
record PolicyServices(Authorisation authorisation, Policies policies, Roles roles, Documents documents) {
    /// Wires them.
    ///
    /// @param clock the time that conditions look at
    /// @param secure whether calls come over TLS
    static PolicyServices wire(Storage storage, Given given, InstantSource clock, boolean secure) {
        TencentGrammar tencent = new TencentGrammar();
        Documents documents = new Documents(List.of(tencent, new RamGrammar()));
        Policies.Surroundings surroundings = new Policies.Surroundings(clock, given.random());
        return new PolicyServices(
                new Authorisation(storage.policies(), documents, clock, secure),
                new Policies(storage.policies(), storage.tenants(), documents, surroundings),
                new Roles(storage.roles(), storage.tenants(), tencent, surroundings),
                documents);
    }
}
