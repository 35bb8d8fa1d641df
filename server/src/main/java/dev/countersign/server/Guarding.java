package dev.countersign.server;

import dev.countersign.protection.Protections;
import dev.countersign.protection.RuleBook;
import dev.countersign.token.CustomTokens;
import java.time.InstantSource;

/// What guards principals, wired.
///
/// @param protections tells and changes it
/// @param rules what tenants demand
/// @param tokens custom tokens
record Guarding(Protections protections, RuleBook rules, CustomTokens tokens) {
    /// Wires them.
    ///
    /// @param guardsLowering whether a principal needs a second factor to lower its own protection
    /// @param clock the time that tokens live by
    static Guarding wire(Storage storage, boolean guardsLowering, Given given, InstantSource clock) {
        return new Guarding(
                new Protections(storage.protections(), storage.tenants(), clock, guardsLowering),
                new RuleBook(storage.rules(), clock),
                new CustomTokens(storage.tokens(), given.random(), clock));
    }
}
