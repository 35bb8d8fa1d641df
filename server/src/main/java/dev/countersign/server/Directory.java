package dev.countersign.server;

import dev.countersign.directory.AccessKeys;
import dev.countersign.directory.Users;
import dev.countersign.password.Passwords;
import dev.countersign.policy.Authorisation;
import dev.countersign.store.SqlAccessKeyStore;
import dev.countersign.store.SqlUserStore;
import dev.countersign.store.database.Transactions;
import dev.countersign.verification.TestNumbers;
import dev.countersign.verification.Wakeup;
import java.time.InstantSource;

/// Users and their keys, wired.
record Directory(Users users, AccessKeys keys) {
    /// Wires them.
    ///
    /// @param authorisation whether a caller may delete keys together with their user
    /// @param clock the time that everything is done at
    /// @param testNumbers destinations that nothing is ever sent to
    /// @param courier woken when a notice was written
    static Directory wire(
            Storage storage,
            Authorisation authorisation,
            Rules rules,
            Given given,
            InstantSource clock,
            Passwords passwords,
            TestNumbers testNumbers,
            Wakeup courier) {
        Transactions transactions = storage.database().transactions();
        Runnable keysChanged = storage.tenants()::forgetCached;
        Users users = new Users(
                new SqlUserStore(transactions, storage.seals(), given.random(), keysChanged),
                passwords,
                rules.users(),
                (caller, user) -> authorisation
                        .decide(caller, "cam:DeleteApiKey", "qcs::cam::uin/" + user.tenant() + ":uin/" + user.uin())
                        .allowed(),
                new Users.Surroundings(
                        clock,
                        given.random(),
                        new Reach(rules.verification().countries(), testNumbers, clock),
                        courier));
        AccessKeys keys = new AccessKeys(
                new SqlAccessKeyStore(transactions, storage.seals(), keysChanged),
                storage.tenants(),
                clock,
                given.random());
        return new Directory(users, keys);
    }
}
